// The search of the top bar: Ctrl+K, arrows, Enter.
(function () {
  "use strict";

  var ID = /^[0-9a-hjkmnp-tv-z]{13}$/i;
  var ADDRESS = /^[^\s@"]+@[^\s@"]+$/;
  var DOMAIN = /^[^\s@"/:]+\.[^\s@"/:]+$/;

  var dialog = document.getElementById("findDialog");
  var text = document.getElementById("findText");
  var list = document.getElementById("findList");
  var options = Array.from(list.children);
  var chosen = null;

  function kind(query) {
    return ID.test(query) ? "id"
        : ADDRESS.test(query) ? "address"
        : DOMAIN.test(query) ? "domain" : "screen";
  }

  function fits(option, query) {
    if (option.dataset.kind !== "screen") {
      return option.dataset.kind === kind(query);
    }
    return option.querySelector(".label").textContent.toLowerCase().includes(query.toLowerCase());
  }

  function choose(option) {
    options.forEach(function (each) {
      each.setAttribute("aria-selected", String(each === option));
    });
    chosen = option || null;
    if (chosen) {
      text.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({block: "nearest"});
    } else {
      text.removeAttribute("aria-activedescendant");
    }
  }

  function shown() {
    return options.filter(function (option) {
      return !option.hidden;
    });
  }

  function narrow() {
    var query = text.value.trim();
    options.forEach(function (option) {
      option.hidden = !fits(option, query);
      option.querySelector(".text").textContent = option.dataset.kind === "screen" ? "" : query;
    });
    dialog.querySelector(".nothing").hidden = shown().length > 0;
    choose(shown()[0]);
  }

  function step(by) {
    var now = shown();
    choose(now[(now.indexOf(chosen) + by + now.length) % now.length]);
  }

  function open() {
    if (!dialog.open) {
      text.value = "";
      narrow();
      dialog.showModal();
      text.focus();
    }
  }

  function go(option) {
    if (option) {
      var query = text.value.trim();
      window.location.assign(option.dataset.address.replace("{q}",
          encodeURIComponent(option.dataset.kind === "id" ? query.toUpperCase() : query)));
    }
  }

  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open();
    }
  });

  document.getElementById("find").addEventListener("click", open);
  text.addEventListener("input", narrow);
  text.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      go(chosen);
    }
  });
  list.addEventListener("click", function (event) {
    go(event.target.closest("[role=option]"));
  });
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}());
