// Draws the timeline that the page's Go code writes, and tells it what people
// do there. One call a frame crosses, whatever the number of elements.

const svgNamespace = "http://www.w3.org/2000/svg";

// create makes an element of [tag, attributes, children], or text.
function create(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [tag, attributes, children] = node;
  const element = document.createElementNS(svgNamespace, tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...children.map(create));
  return element;
}

// change makes an element that was drawn from one node what another one says.
// Elements of a mark keep their places, so they are compared by these.
function change(element, before, after) {
  const [, old, oldChildren] = before;
  const [, attributes, children] = after;
  for (const name in attributes) {
    if (attributes[name] !== old[name]) element.setAttribute(name, attributes[name]);
  }
  for (const name in old) {
    if (!(name in attributes)) element.removeAttribute(name);
  }
  children.forEach((child, i) => {
    const was = oldChildren[i];
    const at = element.childNodes[i];
    if (was === undefined) element.append(create(child));
    else if (typeof child === "string" && typeof was === "string") {
      if (child !== was) at.data = child;
    } else if (child[0] === was[0] && typeof was !== "string") change(at, was, child);
    else at.replaceWith(create(child));
  });
  while (element.childNodes.length > children.length) element.lastChild.remove();
}

const drawn = new WeakMap(); // by svg element: what is in it, by key

// draw makes a picture what text says: [attributes, nodes]. Each node has a
// data-key, by which it stays the same element when others come and go.
function draw(svg, text) {
  const [attributes, nodes] = JSON.parse(text);
  for (const name in attributes) svg.setAttribute(name, attributes[name]);
  const before = drawn.get(svg) ?? new Map();
  const after = new Map();
  const held = svg.contains(document.activeElement) ? document.activeElement : undefined;
  for (const node of nodes) after.set(node[1]["data-key"], { node });
  for (const [key, { element, node }] of before) {
    if (after.get(key)?.node[0] !== node[0]) element.remove();
  }
  let last = null;
  for (const [key, entry] of after) {
    const was = before.get(key);
    if (was && was.node[0] === entry.node[0]) {
      entry.element = was.element;
      change(was.element, was.node, entry.node);
    } else {
      entry.element = create(entry.node);
    }
    const next = last ? last.nextSibling : svg.firstChild;
    if (next !== entry.element) svg.insertBefore(entry.element, next);
    last = entry.element;
  }
  drawn.set(svg, after);
  if (held?.isConnected && document.activeElement !== held) held.focus({ preventScroll: true });
  if (held && !held.isConnected) svg.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
}

// focusMark moves the focus to a mark, if one of the others has it.
function focusMark(svg, key) {
  if (!svg.contains(document.activeElement)) return;
  const mark = svg.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (mark && mark !== document.activeElement) mark.focus({ preventScroll: true });
}

const modifiers = (event) =>
  (event.altKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.ctrlKey || event.metaKey ? 4 : 0);

// listen hands on what is done on the element with an id, until the function
// that it returns is called. tell(kind, x, y, modifiers, amount, key) returns
// whether that was all there is to do.
function listen(id, tell) {
  const svg = document.getElementById(id);
  const stop = new AbortController();
  const on = (type, act, target = svg) =>
    target.addEventListener(type, act, { signal: stop.signal, passive: false });
  const place = ({ clientX, clientY }) => {
    const box = svg.getBoundingClientRect();
    const scale = box.width > 0 ? svg.viewBox.baseVal.width / box.width : 1;
    return [(clientX - box.left) * scale, (clientY - box.top) * scale];
  };
  const say = (kind, event, amount = 0, key = "") =>
    tell(kind, ...(event.clientX === undefined ? [-1, -1] : place(event)), modifiers(event), amount, key);

  // keyAt is the mark that is drawn where an event is.
  const keyAt = ({ target }) => target.closest?.("[role=button]")?.dataset.key ?? "";

  const touches = new Map(); // pointers that are down, by id
  let held; // the id of the one that drags
  let spread = 0; // the distance of two fingers
  const distance = () => {
    const [a, b] = [...touches.values()];
    return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  };
  const letGo = (event) => {
    held = undefined;
    say("cancel", event);
  };

  on("pointerdown", (event) => {
    if (event.button !== 0) return;
    touches.set(event.pointerId, event);
    if (touches.size === 2) {
      letGo(event);
      spread = distance();
      return;
    }
    held = event.pointerId;
    svg.setPointerCapture(held);
    say("down", event, 0, keyAt(event));
  });
  on("pointermove", (event) => {
    if (touches.has(event.pointerId)) touches.set(event.pointerId, event);
    if (touches.size === 2) {
      const [a, b] = [...touches.values()];
      const now = distance();
      const middle = { clientX: (a.clientX + b.clientX) / 2, clientY: a.clientY };
      if (spread > 0 && now > 0) tell("zoom", ...place(middle), 0, now / spread, "");
      spread = now;
    } else if (event.pointerId === held) {
      say("move", event);
    } else if (event.buttons === 0) {
      say("hover", event, 0, keyAt(event));
    }
  });
  on("pointerup", (event) => {
    touches.delete(event.pointerId);
    if (event.pointerId !== held) return;
    held = undefined;
    say("up", event);
  });
  on("pointercancel", (event) => {
    touches.delete(event.pointerId);
    if (event.pointerId === held) letGo(event);
  });
  on("pointerleave", () => tell("hover", -1, -1, 0, 0, ""));
  on("keydown", (event) => {
    if (held === undefined) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      letGo(event);
    } else if (event.key === "Alt") {
      event.preventDefault(); // it is for fine steps, not for the menu
    }
  }, window);

  // What assistive technology clicks has no place, only a mark.
  on("click", (event) => {
    const mark = event.target.closest("[data-key]");
    if (event.detail === 0 && mark) say("press", event, 0, mark.dataset.key);
  });
  on("keydown", (event) => {
    if (event.isComposing || held !== undefined) return;
    if (say("key", event, 0, event.key)) event.preventDefault();
  });
  on("focusin", (event) => {
    const mark = event.target.closest("[data-key]");
    if (mark) say("focus", event, 0, mark.dataset.key);
  });
  on("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      say("zoom", event, Math.exp(-Math.max(-50, Math.min(50, event.deltaY)) / 100));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const by = event.deltaX || event.deltaY;
      if (say("pan", event, by)) event.preventDefault();
    }
  });
  return () => stop.abort();
}

// hint says what is below the pointer, and how that looks.
function hint(svg, line, text, cursor) {
  if (line.textContent !== text) line.textContent = text;
  svg.dataset.cursor = cursor;
}

// What has the same data-ref stands for the same thing. All of it is marked
// while one of it is below the pointer or has the focus. It is one rule in a
// sheet of its own, so that nothing needs to be found or drawn again.
function crossMarking() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let marked = "";
  const mark = (target) => {
    const ref = target?.closest?.("[data-ref]")?.dataset.ref ?? "";
    if (ref === marked) return;
    marked = ref;
    const same = `[data-ref="${CSS.escape(ref)}"]`;
    sheet.replaceSync(
      ref && `${same} { --marked: var(--mark); background-color: var(--mark-soft); outline: 2px solid var(--mark); outline-offset: -2px }
        #picture ${same} > :is(circle, rect, path, line) { stroke: var(--mark); stroke-width: 4; paint-order: stroke }
        #picture rect${same} { stroke: var(--mark); stroke-width: 2 }
        g${same} { outline: none }`,
    );
  };
  addEventListener("pointerover", (event) => mark(event.target));
  addEventListener("focusin", (event) => mark(event.target));
  document.documentElement.addEventListener("pointerleave", () => mark(document.activeElement));
}

// menus closes a menu when something else is done, or by the Esc key.
function menus() {
  const close = (inside) => {
    for (const menu of document.querySelectorAll(".menu[open]")) {
      if (!menu.contains(inside)) menu.open = false;
    }
  };
  addEventListener("pointerdown", (event) => close(event.target));
  addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.(".menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// picture is the part of the bridge that the timeline needs.
export function picture(engine) {
  crossMarking();
  menus();
  return {
    draw,
    focusMark,
    listen,
    hint,

    // focusSoon gives the focus to what is to appear within the next frames.
    focusSoon(id) {
      const deadline = performance.now() + 1000;
      const look = () => {
        const element = document.getElementById(id);
        if (element) element.focus();
        else if (performance.now() < deadline) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    },

    // attempt runs a scenario as a drag would leave it. onbatch gets its records
    // as they come, as JSON arrays; then it is done.
    attempt(scenario, maxRecords, onbatch, done) {
      engine.trial(scenario, maxRecords, onbatch).then(done, done);
    },
  };
}
