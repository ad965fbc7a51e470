import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { wordDifference, type WordChange } from "../../src/domain/word-difference.ts";

/** `[-removed-]{+added+}`, and what both texts have as it is. */
const written = (changes: readonly WordChange[]) =>
  changes.map(({ kind, text }) => MARKED[kind](text)).join("");

const MARKED: Readonly<Record<WordChange["kind"], (text: string) => string>> = {
  same: (text) => text,
  removed: (text) => `[-${text}-]`,
  added: (text) => `{+${text}+}`,
};

const textOf = (changes: readonly WordChange[], without: WordChange["kind"]) =>
  changes.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join("");

/** A text before and after, and how the difference is shown. */
const SHOWN: readonly (readonly [before: string, after: string, shown: string])[] = [
  ["deux écluses", "deux écluses", "deux écluses"],
  ["", "deux écluses", "{+deux écluses+}"],
  ["deux écluses", "", "[-deux écluses-]"],
  ["deux écluses fermées", "trois écluses ouvertes", "[-deux-]{+trois+} écluses [-fermées-]{+ouvertes+}"],
  ["un vieux pont levis", "un neuf et beau pont levis", "un [-vieux-]{+neuf et beau+} pont levis"],
  ["l’écluse basse", "l’arche basse", "l’[-écluse-]{+arche+} basse"],
  ["jusqu'au canal", "jusqu'à Ornival", "jusqu'[-au canal-]{+à Ornival+}"],
  ["aujourd'hui encore", "aujourd’hui encore", "[-aujourd'hui-]{+aujourd’hui+} encore"],
  ["viendra-t-il ?", "viendra-t-elle ?", "[-viendra-t-il-]{+viendra-t-elle+} ?"],
  ["pour 1.250,50 euros", "pour 1.250,75 euros", "pour [-1.250,50-]{+1.250,75+} euros"],
  ["l'été, puis", "l'été puis", "l'été[-,-] puis"],
  ["fin.\n\nSuite", "fin. Suite", "fin.[-\n\n-]{+ +}Suite"],
  ["e\u0301cluse", "écluse", "[-e\u0301cluse-]{+écluse+}"],
];

suite("the difference of two texts", () => {
  for (const [before, after, shown] of SHOWN) {
    test(`is shown word by word: ${JSON.stringify(shown)}`, () => {
      assert.equal(written(wordDifference(before, after)), shown);
    });
  }

  test("has no parts where both are empty", () => {
    assert.deepEqual(wordDifference("", ""), []);
  });

  test("holds both texts to the letter, and no two neighbours of one kind", () => {
    const piece = fc.constantFrom(
      "pont",
      "l’",
      "qu'",
      "é",
      "e\u0301",
      "12,5",
      "-",
      "'",
      " ",
      "\n\n",
      "\u00a0",
      ".",
      "🚲",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordDifference(before, after);
        assert.equal(textOf(changes, "added"), before);
        assert.equal(textOf(changes, "removed"), after);
        assert.ok(changes.every(({ kind, text }, i) => text !== "" && kind !== changes[i - 1]?.kind));
        assert.ok(changes.every(({ kind }, i) => kind !== "removed" || changes[i - 1]?.kind !== "added"));
      }),
    );
  });
});

suite("texts too different to compare", () => {
  const textFrom = (step: number, words: number) =>
    Array.from({ length: words }, (_, i) => `mot${(i * step) % 9973}`).join(" ");

  test("are removed and added as a whole between what they begin and end with", () => {
    const [before, after] = [textFrom(7, 3000), textFrom(11, 3000)];
    assert.deepEqual(wordDifference(`Début. ${before} Fin.`, `Début. ${after} Fin.`), [
      { kind: "same", text: "Début. mot0 " },
      { kind: "removed", text: before.slice("mot0 ".length) },
      { kind: "added", text: after.slice("mot0 ".length) },
      { kind: "same", text: " Fin." },
    ]);
  });

  test("are given up long before they take seconds", () => {
    const coins = (seed: number) =>
      Array.from({ length: 300_000 }, (_, i) => ((i * i + seed * i) % 7919) % 2).join(" ");
    for (const [before, after] of [
      [textFrom(7, 40_000), textFrom(11, 40_000)],
      [coins(3), coins(5)],
      [`${" ".repeat(500_000)}a${" ".repeat(500_000)}b`, `c${" ".repeat(500_000)}`],
      ["a-".repeat(300_000), "a'".repeat(300_000)],
    ] as const) {
      const begun = performance.now();
      const changes = wordDifference(before, after);
      assert.ok(performance.now() - begun < 2000);
      assert.equal(textOf(changes, "added"), before);
    }
  });

  test("are compared all the same where they differ little, however long they are", () => {
    const text = textFrom(7, 20_000);
    const changes = wordDifference(text, text.replace("mot7 ", "pont ").replace("mot9870 ", ""));
    assert.deepEqual(
      changes.filter(({ kind }) => kind !== "same").map(({ text }) => text.trim()),
      ["mot7", "pont", "mot9870"],
    );
  });
});
