// A little comfort on top of pages that work without it: filters apply at once, and the search box makes suggestions.
"use strict";

(() => {
  const form = document.getElementById("search");
  const box = document.getElementById("query");
  if (!form || !box) return;
  document.documentElement.classList.add("js");

  const go = () => {
    for (const field of form.elements) {
      if (field.name && field.value === "") field.disabled = true;
    }
    form.submit();
    // The browser may show this very page again when the reader goes back.
    for (const field of form.elements) field.disabled = false;
  };

  form.addEventListener("submit", event => {
    event.preventDefault();
    go();
  });

  document.addEventListener("change", event => {
    const control = event.target;
    if (control.form === form && (control.type === "checkbox" || control.tagName === "SELECT")) go();
  });

  // Going back, a browser restores ticks that were just changed; the address says which ones hold.
  window.addEventListener("pageshow", () => {
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = field.defaultChecked;
    }
  });

  document.addEventListener("keydown", event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
      box.select();
    }
  });

  for (const menu of document.querySelectorAll("details.menu, details.help")) {
    document.addEventListener("click", event => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", event => {
      if (event.key === "Escape") {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
  }

  for (const part of document.querySelectorAll("details[data-more]")) {
    part.addEventListener("toggle", async () => {
      const answer = await fetch(part.dataset.more);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const wanted = page.querySelector(part.dataset.part);
      if (answer.ok && wanted) part.querySelector("div").prepend(document.adoptNode(wanted));
    }, { once: true });
  }

  const upload = document.getElementById("upload");
  if (upload) {
    const holdsFiles = event => event.dataTransfer && event.dataTransfer.types.includes("Files");
    document.addEventListener("dragover", event => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      upload.classList.add("over");
    });
    document.addEventListener("dragleave", () => upload.classList.remove("over"));
    document.addEventListener("drop", event => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      upload.classList.remove("over");
      upload.querySelector("input[type=file]").files = event.dataTransfer.files;
      upload.requestSubmit();
    });
  }

  suggest();

  function suggest() {
    const list = document.createElement("ul");
    list.id = "suggestions";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    list.hidden = true;
    box.parentElement.append(list);
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-controls", list.id);
    box.setAttribute("aria-expanded", "false");

    let chosen = -1;
    let timer = 0;
    let asked = 0;

    const close = () => {
      asked++;
      list.hidden = true;
      chosen = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };

    const choose = to => {
      chosen = to;
      [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === to)));
      if (to >= 0) {
        box.setAttribute("aria-activedescendant", list.children[to].id);
        list.children[to].scrollIntoView({ block: "nearest" });
      } else {
        box.removeAttribute("aria-activedescendant");
      }
    };

    const take = item => {
      close();
      if (item.dataset.url) {
        location.assign(item.dataset.url);
      } else if (item.dataset.paper) {
        location.assign("/papers/" + encodeURIComponent(item.dataset.paper));
      } else {
        box.value = item.dataset.query;
        go();
      }
    };

    const show = suggestions => {
      list.replaceChildren(...suggestions.map((suggestion, i) => {
        const item = document.createElement("li");
        item.id = "suggestion-" + i;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.dataset.query = suggestion.query;
        if (suggestion.paper) item.dataset.paper = suggestion.paper;
        if (suggestion.url) item.dataset.url = suggestion.url;
        const text = document.createElement("span");
        text.textContent = suggestion.hitCount ? suggestion.text + ": " + suggestion.hitCount : suggestion.text;
        const kind = document.createElement("span");
        kind.className = "kind";
        kind.textContent = suggestion.kind;
        item.append(text, " ", kind);
        item.addEventListener("mousedown", event => event.preventDefault());
        item.addEventListener("click", () => take(item));
        return item;
      }));
      chosen = -1;
      list.hidden = suggestions.length === 0;
      box.setAttribute("aria-expanded", String(!list.hidden));
    };

    const ask = async () => {
      const number = ++asked;
      const typed = box.value.trim();
      if (typed.length < 2) return close();
      try {
        const answer = await fetch("/api/v1/suggest?q=" + encodeURIComponent(typed.slice(0, 200)));
        if (!answer.ok) return;
        const found = await answer.json();
        if (number === asked && document.activeElement === box) show(found.suggestions);
      } catch {
        // Without suggestions the search works all the same.
      }
    };

    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 120);
    });
    box.addEventListener("blur", () => {
      clearTimeout(timer);
      close();
    });
    box.addEventListener("keydown", event => {
      if (list.hidden) return;
      const last = list.children.length - 1;
      if (event.key === "ArrowDown") choose(chosen >= last ? -1 : chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen < 0 ? last : chosen - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
      else return;
      event.preventDefault();
    });
  }
})();
