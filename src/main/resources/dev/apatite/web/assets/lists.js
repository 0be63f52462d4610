// Keys on results and on lists of papers. Each presses what stands on the page, so that nothing works only by key.
"use strict";

(() => {
  const rows = [...document.querySelectorAll(".hit, .paperrow")];
  if (!rows.length) return;
  let at = rows.findIndex(row => row.id && "#" + row.id === location.hash);

  const go = (to, scroll = true) => {
    if (to < 0 || to >= rows.length) return;
    if (rows[at]) rows[at].removeAttribute("aria-current");
    at = to;
    rows[at].setAttribute("aria-current", "true");
    rows[at].tabIndex = -1;
    rows[at].focus({ preventScroll: true });
    if (scroll) rows[at].scrollIntoView({ block: "nearest" });
  };

  const within = selector => rows[at] && rows[at].querySelector(selector);

  const press = selector => {
    const button = within(selector);
    if (button) button.click();
  };

  const exclude = () => {
    const reason = within("input[name=reason]");
    if (!reason) return;
    reason.focus();
    reason.select();
  };

  // In the field of a reason, Enter means to exclude for it.
  for (const reason of document.querySelectorAll(".deciding input[name=reason]")) {
    reason.addEventListener("keydown", event => {
      if (event.key === "Enter") {
        event.preventDefault();
        reason.form.querySelector("button[value=exclude]").click();
      } else if (event.key === "Escape") {
        go(at);
      }
    });
  }

  const keys = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    o: () => press("h2 a"),
    x: () => press("input[type=checkbox]"),
    i: () => press("button[value=include]"),
    e: exclude,
    "?": () => {
      const help = document.getElementById("keys");
      if (help) help.open = !help.open;
    },
  };

  document.addEventListener("keydown", event => {
    const field = event.target;
    const typing = /^(SELECT|TEXTAREA)$/.test(field.tagName) || field.tagName === "INPUT" && field.type !== "checkbox";
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  if (at >= 0) go(at);
  else if (rows[0].classList.contains("paperrow")) go(0, false);
})();
