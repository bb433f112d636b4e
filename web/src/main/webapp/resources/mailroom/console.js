// Theme and language, and the page that refreshes itself without disturbing its reader.
(function () {
  "use strict";

  var PERIOD = 15000;
  var PAUSE = 2000;
  var SECOND = 1000;
  var TOAST = 6000;
  var MOST_LINES = 2000;
  var YEAR = 31536000;
  var root = document.documentElement;
  var state = "live";
  var changed = false;
  var chosen = [];
  var whole = false;
  var asked = Date.now();
  var waiting = false;
  var fading = 0;

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
        || (selection && !selection.isCollapsed && holds(panels, selection.anchorNode))
        || holds(panels, document.activeElement)
        || document.querySelector("input[data-pick]:checked, dialog[open]") !== null
        || panels.querySelector("tbody:hover, .tile:hover") !== null;
  }

  // Other regions that refresh with the panels have the attribute.
  function holds(panels, node) {
    return panels.contains(node) || Array.from(document.querySelectorAll("[data-live]"))
        .some(function (region) { return region.contains(node); });
  }

  function refresh() {
    if (waiting) {
      return;
    }
    waiting = true;
    document.getElementById("panels").seen = true;
    changed = false;
    asked = Date.now();
    window.refreshPage();
  }

  // Where the page only adds: what is new goes to the end of a list, which stays at its end unless
  // its reader has gone up.
  function add() {
    var fresh = document.getElementById("panels");
    var list = fresh.dataset.into && document.getElementById(fresh.dataset.into);
    if (!list) {
      return;
    }
    var box = list.parentElement;
    var atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
    fresh.querySelectorAll("li").forEach(function (line) {
      list.appendChild(line);
    });
    while (list.childElementCount > MOST_LINES) {
      list.firstElementChild.remove();
    }
    if (atEnd) {
      toEnd();
    }
  }

  function toEnd() {
    var into = document.getElementById("panels").dataset.into;
    if (into) {
      var box = document.getElementById(into).parentElement;
      box.scrollTop = box.scrollHeight;
    }
  }

  // Each second, for a page that was told of a change; every so often for one that was told nothing.
  function tick() {
    var period = Number(document.getElementById("panels").dataset.period) || PERIOD;
    var due = Date.now() - asked >= period || (changed && Date.now() - asked >= PAUSE);
    if (due && state !== "paused" && !inUse(document.getElementById("panels"))) {
      refresh();
    }
  }

  function hear() {
    var page = document.querySelector("[data-topic]");
    document.addEventListener("topic", function (event) {
      changed = changed || (page !== null && event.detail === page.dataset.topic);
    });
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
    hear();
    window.setInterval(tick, SECOND);
    toEnd();
    document.addEventListener("visibilitychange", tick);
  }

  // A selection: boxes with data-pick, and a bar with data-picks that is there only while some are
  // checked. Its hidden field says whether all that match are meant, of this page and of others.
  function picks() {
    return Array.from(document.querySelectorAll("input[data-pick]"));
  }

  function showPicks(everything) {
    var bar = document.querySelector("[data-picks]");
    if (!bar) {
      return;
    }
    var all = picks();
    var picked = all.filter(function (box) { return box.checked; }).length;
    var more = bar.querySelector("[data-everything]");
    whole = Boolean(everything && more && picked > 0);
    chosen = all.filter(function (box) { return box.checked; })
        .map(function (box) { return box.value; });
    var count = whole ? Number(more.dataset.everything) : picked;
    var text = bar.querySelector("[data-text]");
    bar.hidden = picked === 0;
    bar.querySelector("input[type=hidden]").value = String(whole);
    text.textContent = text.dataset.text.replace("{0}", count.toLocaleString(root.lang));
    if (more) {
      more.hidden = whole;
    }
    document.querySelectorAll("[data-pick-all]").forEach(function (box) {
      box.checked = picked > 0 && picked === all.length;
      box.indeterminate = picked > 0 && picked < all.length;
    });
  }

  // An answer that was on its way when somebody picked brings the boxes anew: they are as before.
  function pickAgain() {
    var before = chosen;
    picks().forEach(function (box) { box.checked = before.indexOf(box.value) >= 0; });
    showPicks(whole);
  }

  function pickAll(checked) {
    picks().forEach(function (box) { box.checked = checked; });
    showPicks(false);
  }

  function selection() {
    document.addEventListener("change", function (event) {
      if (event.target.matches("[data-pick-all]")) {
        pickAll(event.target.checked);
      } else if (event.target.matches("[data-pick]")) {
        showPicks(false);
      }
    });
    document.addEventListener("click", function (event) {
      if (event.target.closest("[data-everything]")) {
        pickAll(true);
        showPicks(true);
      } else if (event.target.closest("[data-pick-none]")) {
        pickAll(false);
      }
    });
    showPicks(false);
  }

  // Copies data-copy, or the text of the element that data-copy-of names. Without TLS browsers have
  // only the old way.
  function copy(button) {
    var of = button.dataset.copyOf;
    var text = of ? document.getElementById(of).textContent : button.dataset.copy;
    function done() {
      if (button.dataset.done) {
        (button.querySelector(".word") || button).textContent = button.dataset.done;
      }
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(done);
      return;
    }
    var field = document.createElement("textarea");
    field.value = text;
    button.parentElement.appendChild(field);
    field.select();
    if (document.execCommand("copy")) {
      done();
    }
    field.remove();
  }

  // Buttons that close a dialog or copy a text, and what Escape follows.
  function small() {
    document.addEventListener("click", function (event) {
      var button = event.target.closest("[data-close], [data-copy], [data-copy-of]");
      if (button && button.dataset.close) {
        window.mailroom.hide(button.dataset.close);
      } else if (button) {
        copy(button);
      }
    });
    document.addEventListener("keydown", function (event) {
      var escape = document.querySelector("[data-escape]");
      if (event.key === "Escape" && escape && !document.querySelector("dialog[open]")) {
        escape.click();
      }
    });
  }

  // What has data-again is asked for again each second, by the command it names, while it is there.
  function again() {
    window.setInterval(function () {
      if (!document.hidden) {
        document.querySelectorAll("[data-again]").forEach(function (awaited) {
          window[awaited.dataset.again]();
        });
      }
    }, SECOND);
  }

  // With a word for the button, the page's command undoLast puts back what was done.
  function toast(text, undo) {
    var place = document.getElementById("toast");
    var hide = function () { place.classList.remove("shown"); };
    place.textContent = text;
    if (undo) {
      var button = document.createElement("button");
      button.type = "button";
      button.id = "undo";
      button.textContent = undo;
      button.addEventListener("click", function () {
        hide();
        window.undoLast();
      });
      place.appendChild(button);
    }
    place.classList.add("shown");
    window.clearTimeout(fading);
    fading = window.setTimeout(hide, undo ? 2 * TOAST : TOAST);
  }

  // The page calls it when an answer came, or none. An answer without new panels is the sign-in
  // page's: the session is over.
  window.mailroom = {
    // The answer to a command: it opens the dialog with a question, or ends it, or says something.
    answered: function (dialog, args) {
      var element = document.getElementById(dialog);
      if (args && args.asked) {
        element.showModal();
        var field = element.querySelector("input[type=text]");
        if (field) {
          field.focus();
        }
      } else if (args && args.done) {
        element.close();
        pickAll(false);
      }
      if (args && args.toast) {
        toast(args.toast, args.undo);
      }
    },
    show: function (dialog) {
      document.getElementById(dialog).showModal();
    },
    hide: function (dialog) {
      document.getElementById(dialog).close();
    },
    refreshed: function (outcome) {
      waiting = false;
      if (outcome !== "success") {
        show("lost");
      } else if (document.getElementById("panels").seen) {
        window.location.reload();
      } else {
        add();
        if (state === "lost") {
          show("live");
        }
      }
      pickAgain();
    }
  };

  // Tables saved in China are often not UTF-8.
  function decoded(octets) {
    try {
      return new TextDecoder("utf-8", {fatal: true}).decode(octets);
    } catch (e) {
      return new TextDecoder("gb18030").decode(octets);
    }
  }

  // A file goes into a field.
  function load(input) {
    if (input.files.length > 0) {
      input.files[0].arrayBuffer().then(function (octets) {
        document.getElementById(input.dataset.into).value = decoded(octets);
      });
    }
  }

  function forms() {
    document.addEventListener("change", function (event) {
      if (event.target.dataset.into) {
        load(event.target);
      }
    });
  }

  choices();
  live();
  selection();
  small();
  again();
  forms();
}());
