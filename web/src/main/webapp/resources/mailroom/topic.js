// What the page's socket calls with the name of what has changed.
window.topicChanged = function (topic) {
  "use strict";
  document.dispatchEvent(new CustomEvent("topic", { detail: topic }));
};
