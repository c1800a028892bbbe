// Loads the two WebAssembly modules with an honest progress bar, then starts
// the page. What the page's Go code needs of JavaScript is in bridge.js.
import { files } from "./build.js";
import { load } from "./lastcall.js";
import { bridge } from "./bridge.js";
import { library } from "./library.js";

const words = {
  en: {
    title: "Events on one thread. Then the exit hooks, last in, first out.",
    loading: (percent, megabytes) => `Loading: ${percent}% of ${megabytes} MB`,
    starting: "Starting…",
    failed: "Lastcall could not be loaded",
    retry: "The download did not finish. Check the connection, then try again.",
    broken: "A part of it is missing or does not work in this browser.",
    old: "This browser cannot run it: WebAssembly is missing or switched off.",
    stopped: "Lastcall has stopped",
    kept: "Something went wrong inside the page. Your scenario is kept.",
    again: "Start again",
  },
  ru: {
    title: "События в одном потоке. Потом обработчики выхода: последний первым.",
    loading: (percent, megabytes) => `Загрузка: ${percent} % из ${megabytes} МБ`,
    starting: "Запуск…",
    failed: "Не удалось загрузить Lastcall",
    retry: "Загрузка прервалась. Проверьте соединение и попробуйте ещё раз.",
    broken: "Какой-то его части нет, или она не работает в этом браузере.",
    old: "Этот браузер не подходит: WebAssembly нет или он выключен.",
    stopped: "Lastcall остановился",
    kept: "Внутри страницы что-то сломалось. Ваш сценарий сохранён.",
    again: "Начать снова",
  },
}[document.documentElement.lang];

const byId = (id) => document.getElementById(id);
const total = files["app.wasm"].bytes + files["engine.wasm"].bytes;
let loaded = 0;

function progress(bytes) {
  loaded += bytes;
  const share = Math.min(loaded / total, 1);
  const bar = byId("loading-bar");
  if (!bar) return;
  bar.value = share;
  byId("loading-label").textContent = share === 1
    ? words.starting
    : words.loading(Math.floor(share * 100), (total / 1e6).toFixed(1));
}

// compile streams a module into the compiler. A copy of the stream is counted,
// so that the compiler gets the Response itself and the browser can cache the
// code. What is counted is decoded bytes: compression does not bend the bar.
async function compile(name) {
  const response = await fetch(new URL(`${name}?v=${files[name].hash}`, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  const counted = response.clone();
  const count = async () => {
    for await (const chunk of chunks(counted.body)) progress(chunk.length);
  };
  const typed = response.headers.get("Content-Type")?.startsWith("application/wasm");
  const module = typed
    ? WebAssembly.compileStreaming(response)
    : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes));
  const [compiled] = await Promise.all([module, count()]);
  return compiled;
}

async function* chunks(stream) {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

// stopped shows the way back. It is plain HTML beside the app, because the app
// may be what has died.
function stopped(title, text, detail) {
  byId("stopped-title").textContent = title;
  byId("stopped-text").textContent = text;
  byId("stopped-detail").textContent = detail;
  byId("stopped-restart").textContent = words.again;
  byId("stopped").hidden = false;
  byId("stopped-restart").focus();
}

async function start() {
  document.querySelector(".loading-title").textContent = words.title;
  byId("stopped-restart").addEventListener("click", () => location.reload());
  if (typeof WebAssembly !== "object") {
    stopped(words.failed, words.old, "");
    return;
  }
  try {
    const [app, wasm] = await Promise.all([compile("app.wasm"), compile("engine.wasm")]);
    globalThis.lastcallPage = bridge(await load({ wasm }));
    globalThis.lastcallLessons = library;
    globalThis.goappGetenv = () => undefined;
    const go = new globalThis.Go();
    const instance = await WebAssembly.instantiate(app, go.importObject);
    let complaint = "";
    addEventListener("error", (event) => {
      complaint ||= event.message;
      if (!document.querySelector(".page")) stopped(words.failed, words.broken, complaint);
    });
    go.run(instance).then(() => stopped(words.stopped, words.kept, complaint));
  } catch (error) {
    // A TypeError is what fetch says of a connection that broke.
    stopped(words.failed, error instanceof TypeError ? words.retry : words.broken, String(error));
  }
}

start();
