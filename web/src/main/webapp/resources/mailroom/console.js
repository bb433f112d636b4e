// Theme and language, and the page that refreshes itself without disturbing its reader.
(function () {
  "use strict";

  var PERIOD = 15000;
  var YEAR = 31536000;
  var root = document.documentElement;
  var state = "live";

  function keep(name, value) {
    document.cookie = name + "=" + value + "; path=/; max-age=" + YEAR + "; samesite=lax";
  }

  function media(theme, scheme) {
    if (theme === "auto") {
      return "(prefers-color-scheme: " + scheme + ")";
    }
    return theme === scheme ? "all" : "not all";
  }

  function applyTheme(theme) {
    root.dataset.theme = theme;
    document.querySelectorAll("link[data-scheme]").forEach(function (link) {
      link.media = media(theme, link.dataset.scheme);
    });
  }

  function choices() {
    var theme = document.getElementById("theme");
    var language = document.getElementById("language");
    theme.value = theme.dataset.chosen;
    language.value = language.dataset.chosen;
    theme.addEventListener("change", function () {
      keep("mailroom-theme", theme.value);
      applyTheme(theme.value);
    });
    language.addEventListener("change", function () {
      keep("mailroom-language", language.value);
      window.location.reload();
    });
  }

  function show(next) {
    var pill = document.getElementById("live");
    state = next;
    pill.className = "live " + next;
    pill.setAttribute("aria-pressed", String(next === "live"));
    pill.querySelector(".word").textContent = pill.dataset[next];
    document.body.classList.toggle("stale", next === "lost");
  }

  // Not while somebody points at, selects, or stands with the keyboard in what would change.
  function inUse(panels) {
    var selection = window.getSelection();
    return document.hidden
        || (selection && !selection.isCollapsed && panels.contains(selection.anchorNode))
        || panels.contains(document.activeElement)
        || panels.querySelector("tbody:hover, .hops:hover, .tile:hover") !== null;
  }

  function refresh() {
    document.getElementById("panels").seen = true;
    window.refreshPage();
  }

  function tick() {
    if (state !== "paused" && !inUse(document.getElementById("panels"))) {
      refresh();
    }
  }

  function live() {
    var pill = document.getElementById("live");
    if (!pill || !document.getElementById("panels")) {
      return;
    }
    pill.hidden = false;
    show("live");
    pill.addEventListener("click", function () {
      if (state === "paused") {
        show("live");
        refresh();
      } else {
        show("paused");
      }
    });
    window.setInterval(tick, PERIOD);
    document.addEventListener("visibilitychange", tick);
  }

  // The page calls it when an answer came, or none. An answer without new panels is the sign-in
  // page's: the session is over.
  window.mailroom = {
    refreshed: function (outcome) {
      if (outcome !== "success") {
        show("lost");
      } else if (document.getElementById("panels").seen) {
        window.location.reload();
      } else if (state === "lost") {
        show("live");
      }
    }
  };

  choices();
  live();
}());
