// What the page says before its Go code is there, or when that is gone.
const english = {
  loading: (percent, megabytes) => `Loading: ${percent}% of ${megabytes} MB`,
  starting: "Starting…",
  failed: "Lastcall could not be loaded",
  retry: "The download did not finish. Check the connection, then try again.",
  broken: "A part of it is missing or does not work in this browser.",
  old: "This browser cannot run it: WebAssembly is missing or switched off.",
  mixed: "A new version was put up in the middle of the download. Try again to get it whole.",
  stopped: "Lastcall has stopped",
  kept: "Something went wrong inside the page. Your scenario is kept.",
  again: "Start again",
  tryAgain: "Try again",
};

const russian = {
  loading: (percent, megabytes) => `Загрузка: ${percent} % из ${megabytes} МБ`,
  starting: "Запуск…",
  failed: "Не удалось загрузить Lastcall",
  retry: "Загрузка прервалась. Проверьте соединение и попробуйте ещё раз.",
  broken: "Какой-то его части нет, или она не работает в этом браузере.",
  old: "Этот браузер не подходит: WebAssembly нет или он выключен.",
  mixed: "Во время загрузки вышла новая версия. Попробуйте ещё раз, чтобы получить её целиком.",
  stopped: "Lastcall остановился",
  kept: "Внутри страницы что-то сломалось. Ваш сценарий сохранён.",
  again: "Начать снова",
  tryAgain: "Попробовать ещё раз",
};

export const words = document.documentElement.lang === "ru" ? russian : english;
