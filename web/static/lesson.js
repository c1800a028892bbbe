// Fetches the text of a file in lessons/, when it is opened.
export async function lesson(name) {
  const { search } = new URL(import.meta.url); // ?v= of this build
  const response = await fetch(new URL(`lessons/${name}${search}`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}
