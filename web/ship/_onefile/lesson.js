// The text of a lesson that came with the page.
export async function lesson(name) {
  return new TextDecoder().decode(globalThis.lastcallFiles.bytes(`lessons/${name}`));
}
