// Shows the PDF that a paper was read from beside its text, and marks in it what the address marks in the text.
const pane = document.getElementById("original");
if (pane && pane.dataset.library) {
  show(pane).catch(() => {
    // The link to the browser's own viewer stands.
    pane.querySelector(".sheets").hidden = true;
    pane.querySelector(".failed").hidden = false;
  });
}

async function show(pane) {
  const pdf = await import(pane.dataset.library);
  pdf.GlobalWorkerOptions.workerSrc = pane.dataset.worker;
  const file = await pdf.getDocument({
    url: pane.dataset.source,
    wasmUrl: pane.dataset.decoders,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  }).promise;
  const sheets = pane.querySelector(".sheets");
  const sheet = pane.querySelector(".page");
  const canvas = sheet.querySelector("canvas");
  const where = pane.querySelector(".number");
  const [before, after] = pane.querySelectorAll("button");
  sheets.hidden = false;

  let shown = 0;
  let task = null;
  let turn = 0;

  const texts = new Map();
  const textOf = async number => {
    if (!texts.has(number)) {
      texts.set(number, folded(await (await file.getPage(number)).getTextContent()));
    }
    return texts.get(number);
  };

  // Draws a page, and over it the boxes around what is marked.
  const draw = async (number, marked) => {
    const mine = ++turn;
    const page = await file.getPage(number);
    if (mine !== turn) return;
    if (task) task.cancel();
    const width = sheet.clientWidth;
    const plain = page.getViewport({ scale: 1 });
    const scale = width / plain.width;
    const viewport = page.getViewport({ scale: scale * Math.min(2, window.devicePixelRatio || 1) });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.setAttribute("aria-label", "Page " + number + " of " + file.numPages + " of the original");
    task = page.render({ canvas, viewport });
    shown = number;
    where.textContent = "Page " + number + " of " + file.numPages;
    before.disabled = number <= 1;
    after.disabled = number >= file.numPages;
    sheet.querySelectorAll(".box").forEach(each => each.remove());
    for (const item of marked ?? []) sheet.append(box(item, plain));
    try {
      await task.promise;
    } catch (e) {
      if (e.name !== "RenderingCancelledException") throw e;
      return;
    }
    pane.dataset.shown = String(number);
    const first = sheet.querySelector(".box");
    sheets.scrollTop = first ? Math.max(0, first.offsetTop - sheets.clientHeight / 3) : 0;
  };

  const box = (item, plain) => {
    const [x0, y0, x1, y1] = plain.convertToViewportRectangle(item);
    const element = document.createElement("span");
    element.className = "box";
    element.style.left = 100 * Math.min(x0, x1) / plain.width + "%";
    element.style.top = 100 * Math.min(y0, y1) / plain.height + "%";
    element.style.width = 100 * Math.abs(x1 - x0) / plain.width + "%";
    element.style.height = 100 * Math.abs(y1 - y0) / plain.height + "%";
    return element;
  };

  // The page on which the words stand: the one that the text's reader says, else the nearest.
  const find = async (words, near) => {
    const pages = Array.from({ length: file.numPages }, (_, i) => i + 1)
      .sort((a, b) => Math.abs(a - near) - Math.abs(b - near)).slice(0, 80);
    for (const length of [400, 60]) {
      const sought = fold(words).slice(0, length);
      if (sought.length < 8) return null;
      for (const number of pages) {
        const text = await textOf(number);
        const at = text.letters.indexOf(sought);
        if (at >= 0) return { number, boxes: text.boxes(at, at + sought.length) };
      }
    }
    return null;
  };

  const follow = async () => {
    const near = Number(pane.dataset.page) || shown || 1;
    const place = target();
    const found = place ? await find(place.textContent, near) : null;
    if (found) await draw(found.number, found.boxes);
    else await draw(Math.min(Math.max(1, near), file.numPages), []);
  };

  before.addEventListener("click", () => draw(Math.max(1, shown - 1), []));
  after.addEventListener("click", () => draw(Math.min(file.numPages, shown + 1), []));
  window.addEventListener("hashchange", () => {
    pane.dataset.page = String(shown);
    if (target()) follow();
  });
  await follow();
}

// What the address marks in the text.
function target() {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id ? document.getElementById(id) : null;
  return place && place.matches(".finding, .m, .at") ? place : null;
}

// Letters and digits alone, for files differ in spaces, hyphens and ligatures.
function fold(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function folded(content) {
  let letters = "";
  const items = [];
  for (const item of content.items) {
    const own = fold(item.str ?? "");
    if (!own) continue;
    items.push({ item, start: letters.length, end: letters.length + own.length });
    letters += own;
  }
  // The boxes of the items between two letters, in the units of the page; of the first and last item its share.
  const boxes = (from, to) => items.filter(each => each.start < to && each.end > from).map(each => {
    const { transform, width, height } = each.item;
    const length = each.end - each.start;
    const x = transform[4] + width * Math.max(0, from - each.start) / length;
    const end = transform[4] + width * Math.min(length, to - each.start) / length;
    const tall = height || Math.abs(transform[3]);
    return [x, transform[5] - 0.22 * tall, end, transform[5] + 0.88 * tall];
  });
  return { letters, boxes };
}
