import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REAL = fileURLToPath(new URL("../../shared/corpus/autumn-2013/html", import.meta.url));
const SAMPLES = fileURLToPath(new URL("../seeds/pages", import.meta.url));

/** Real pages where they are at hand beside the project, else the samples; copied under other ids and numbers. */
export async function writePages(folder: string, count: number): Promise<void> {
  const source = await readdir(REAL).then(
    () => REAL,
    () => SAMPLES,
  );
  const names = (await readdir(source)).filter((name) => name.endsWith(".html"));
  const pages = await Promise.all(names.map((name) => readFile(join(source, name), "utf8")));
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < count; i += 1) {
    const page = pages[i % pages.length] ?? "";
    await writeFile(join(folder, `${100_000 + i}.html`), page.replace(/N° : \d+/, `N° : ${i + 1}`));
  }
}
