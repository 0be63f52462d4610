// Keys on the reader's desk. Each presses a button that stands on the page, so that nothing works only by key.
"use strict";

(() => {
  const rows = [...document.querySelectorAll(".deskrow")];
  const adding = document.getElementById("adding");
  if (!adding) return;
  let at = rows.findIndex(row => "#" + row.id === location.hash);
  if (at < 0) at = rows.findIndex(row => row.classList.contains("s-"));
  if (at < 0 && rows.length) at = 0;

  const go = (to, scroll) => {
    if (to < 0 || to >= rows.length) return;
    if (rows[at]) rows[at].removeAttribute("aria-current");
    at = to;
    rows[at].setAttribute("aria-current", "true");
    rows[at].focus({ preventScroll: true });
    if (scroll) rows[at].scrollIntoView({ block: "nearest" });
    const id = rows[at].id.slice(2);
    for (const each of document.querySelectorAll(".finding.on")) each.classList.remove("on");
    const sentence = document.getElementById("f-" + id);
    if (sentence) {
      sentence.classList.add("on");
      // In a narrow window the text stands below, and the findings would be scrolled away.
      if (matchMedia("(min-width: 901px)").matches) sentence.scrollIntoView({ block: "center" });
    }
  };

  const press = selector => {
    const button = rows[at] && rows[at].querySelector(selector);
    if (button) button.click();
  };

  const edit = () => {
    const details = rows[at] && rows[at].querySelector(".editing");
    if (!details) return;
    details.open = true;
    details.querySelector("input[name=correctTreatment]").focus();
  };

  const add = () => {
    const selected = String(getSelection()).replace(/\s+/g, " ").trim();
    adding.open = true;
    const sentence = adding.querySelector("textarea");
    if (selected) sentence.value = selected;
    adding.scrollIntoView({ block: "nearest" });
    (selected ? adding.querySelector("input[name=treatment]") : sentence).focus();
  };

  const keys = {
    j: () => go(at + 1, true),
    k: () => go(at - 1, true),
    y: () => press("button[value=right]"),
    n: () => press("button[value=wrong]"),
    e: edit,
    a: add,
    u: () => document.getElementById("undo").click(),
    "]": () => {
      const next = document.getElementById("next");
      if (next) next.click();
    },
  };

  document.addEventListener("keydown", event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  if (rows.length) go(at, true);
})();
