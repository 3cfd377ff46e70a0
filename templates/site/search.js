// The search of the site: it asks Pagefind's index, which lies beside it, and nothing else.
// Every word that is shown stands in the page; of the data only text gets into it.

const STEP = 20;
const form = document.getElementById("search");
const field = document.getElementById("search-field");
const said = document.getElementById("search-said");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
let asked = 0;

const words = (name, values) =>
  form.dataset[name].replace(/\{(\w+)\}/g, (_all, key) => values[key]);

let opened;
function pagefind() {
  opened ??= import(new URL("pagefind/pagefind.js", import.meta.url)).then(async (found) => {
    // Without a worker nothing runs that the policy of this page does not hold for.
    const baseUrl = new URL(".", import.meta.url).pathname;
    await found.options({ baseUrl, noWorker: true, excerptLength: 24 });
    await found.init();
    return found;
  });
  return opened;
}

// Letters are compared as Pagefind compares them: small, and without their marks.
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

async function fetched() {
  const answer = await fetch(new URL("search-words.json", import.meta.url));
  if (!answer.ok) return null;
  const { stems, ends, after } = await answer.json();
  return { stems: new Set(stems.map(plain)), ends: new Set(ends.map(plain)), after };
}

// Without the words there are hits all the same; they are asked for again the next time.
let told;
function known() {
  told ??= fetched().catch(() => {
    told = undefined;
    return null;
  });
  return told;
}

function isEnding(end, { ends, after }) {
  const rest = (more) => end.slice(0, end.length - more.length);
  const goesOn = (more) => end.endsWith(more) && isEnding(rest(more), { ends, after });
  return ends.has(end) || after.some(goesOn);
}

// Where no page has a word, Pagefind takes letters off its end until some page has what is left.
function isOfSomePage(word, known) {
  for (let size = word.length; size > 1; size -= 1) {
    if (!known.stems.has(word.slice(0, size))) continue;
    const end = word.slice(size);
    const isDouble = end[0] === word[size - 1];
    if (isEnding(end, known) || (isDouble && isEnding(end.slice(1), known))) return true;
  }
  // What is not written to its end yet.
  for (const stem of known.stems) if (stem.startsWith(word)) return true;
  return false;
}

async function unknown(text) {
  const words = await known();
  if (!words) return [];
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !isOfSomePage(plain(word), words));
}

function withText(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

// An excerpt has entities, and marks around what was found; nothing else of it is taken.
function excerpt(html) {
  const paragraph = document.createElement("p");
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    const isMark = node.nodeName === "MARK";
    paragraph.append(isMark ? withText("mark", node.textContent) : node.textContent);
  }
  return paragraph;
}

// A page that was found by another form of a word has no mark: where what begins most alike stands.
function alike(content, text) {
  const words = content.split(/\s+/);
  const begins = words.map((word) => plain(word.replace(/^[^\p{L}]+/u, "")));
  for (const word of plain(text).match(/\p{L}+/gu) ?? []) {
    for (let size = word.length - 1; size > 2; size -= 1) {
      const at = begins.findIndex((one) => one.startsWith(word.slice(0, size)));
      if (at < 0) continue;
      const paragraph = document.createElement("p");
      const before = words.slice(Math.max(0, at - 8), at).join(" ");
      const after = words.slice(at + 1, at + 16).join(" ");
      paragraph.append(before, before && " ", withText("mark", words[at]), " ", after);
      return paragraph;
    }
  }
  return null;
}

function link(address, title) {
  const anchor = withText("a", title);
  anchor.href = new URL(address, location.href);
  return anchor;
}

function shown(page, text) {
  const item = document.createElement("li");
  const heading = document.createElement("h2");
  heading.append(link(page.url, page.meta.title || page.url));
  const isMarked = page.excerpt.includes("<mark>");
  item.append(heading, (!isMarked && alike(page.content, text)) || excerpt(page.excerpt));
  const parts = page.sub_results.filter((part) => part.anchor && part.url !== page.url).slice(0, 3);
  if (parts.length) {
    const places = document.createElement("ul");
    for (const part of parts) {
      const place = document.createElement("li");
      place.append(link(part.url, part.title));
      places.append(place);
    }
    item.append(places);
  }
  return item;
}

async function show(results, from, text) {
  const turn = asked;
  const pages = await Promise.all(results.slice(from, from + STEP).map((one) => one.data()));
  if (turn !== asked) return;
  const items = pages.map((page) => shown(page, text));
  list.append(...items);
  const left = results.length - from - items.length;
  more.hidden = left <= 0;
  more.textContent = words("more", { n: Math.min(left, STEP) });
  more.onclick = async () => {
    const next = list.children.length;
    await show(results, next, text);
    list.children[next]?.querySelector("a").focus();
  };
}

async function search(text) {
  const turn = ++asked;
  list.replaceChildren();
  more.hidden = true;
  if (!text) {
    said.textContent = "";
    return;
  }
  said.textContent = words("busy", {});
  try {
    const [{ results }, missing] = await Promise.all([
      pagefind().then((found) => found.search(text)),
      unknown(text),
    ]);
    if (turn !== asked) return;
    await show(results, 0, text);
    if (turn !== asked) return;
    const n = results.length;
    const near = missing.length > 0 ? "near" : n === 1 ? "one" : "many";
    const word = missing.join(", ");
    said.textContent = words(n === 0 ? "none" : near, { n, text, word });
  } catch (fault) {
    said.textContent = words("failed", {});
    throw fault;
  }
}

const inAddress = () => new URLSearchParams(location.search).get("q")?.trim() ?? "";

function fromAddress() {
  field.value = inAddress();
  return search(field.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (text !== inAddress()) {
    history.pushState(null, "", text ? `?q=${encodeURIComponent(text)}` : location.pathname);
  }
  search(text);
});
const prepare = () => Promise.all([pagefind(), known()]).catch(() => {});
field.addEventListener("focus", prepare, { once: true });
addEventListener("popstate", fromAddress);

document.getElementById("search-needs").hidden = true;
form.hidden = false;
fromAddress();
