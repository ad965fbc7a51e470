import { load } from "cheerio";

/**
 * What most people would write: a DOM of the whole page, class names, and a clone of each item to take its
 * heading and people out. Reads print pages only; the measure to beat, used nowhere else.
 */
export function parseNaively(html: string) {
  const $ = load(html);
  const fields = $("#print_container > ul > li")
    .toArray()
    .map((li) => squish($(li).text()));
  const field = (name: string) => {
    const line = fields.find((text) => text.startsWith(name));
    return line?.slice(line.indexOf(":") + 1).trim() ?? null;
  };
  const items = $("li.list-group-item")
    .toArray()
    .map((element) => {
      const item = $(element);
      const people = item.children("ul").first().children("li");
      const body = item.clone();
      body.children("h5, ul:first-of-type").remove();
      body.find("br").replaceWith("\n");
      return {
        heading: squish(item.children("h5").text()),
        date: squish(item.find("span.text-pw-date").text()),
        people: people.toArray().map((li) => squish($(li).text())),
        text: body
          .text()
          .split("\n")
          .map(squish)
          .join("\n")
          .replace(/\n{3,}/g, "\n\n")
          .trim(),
      };
    });
  return {
    title: squish($("#print_container > h4").text()),
    session: field("Session"),
    year: field("Année"),
    reference: field("N°"),
    items,
  };
}

const squish = (text: string) => text.replace(/\s+/g, " ").trim();
