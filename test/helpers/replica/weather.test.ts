import assert from "node:assert/strict";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { suite, test } from "node:test";
import { createGunzip } from "node:zlib";
import { anAnswer, aQuestion } from "../questions.ts";
import { records } from "./records.ts";
import { startReplica } from "./start-replica.ts";
import { isRefused, readFrom, smallReplica, visit } from "./visits.ts";
import { createWeather, type Forecast, WEATHER_KINDS } from "./weather.ts";

/** What becomes of requests for these records, one after the other. */
function weatherOf(ids: readonly (number | null)[], ...forecasts: readonly Forecast[]) {
  return ids.map(createWeather(forecasts)).map((weather) => weather?.kind ?? null);
}

const range = (length: number) => Array.from({ length }, (_, i) => i + 1);

suite("a forecast", () => {
  test("is about every record, and no other page unless it says so", () => {
    assert.deepEqual(weatherOf([1, null], { kinds: "reset" }), ["reset", null]);
    assert.deepEqual(weatherOf([1, null], { kinds: "reset", everywhere: true }), ["reset", "reset"]);
    assert.deepEqual(weatherOf([1, null]), [null, null]);
  });

  test("can be about some records alone", () => {
    assert.deepEqual(weatherOf([1, 2, 3, 2], { kinds: "empty", ids: [2] }), [null, "empty", null, "empty"]);
  });

  test("can be over after some requests", () => {
    assert.deepEqual(weatherOf([1, 2, 3, 4], { kinds: "serverError", times: 2 }), [
      "serverError",
      "serverError",
      null,
      null,
    ]);
  });

  test("gives way to the one before it", () => {
    const forecasts = [{ kinds: "login", ids: [2], times: 1 }, { kinds: "loop" }] as const;
    assert.deepEqual(weatherOf([1, 2, 2], ...forecasts), ["loop", "login", "loop"]);
  });

  test("meets its share of the requests, the same for the same seed", () => {
    const kinds = ["reset", "truncated", "tooMany"] as const;
    const met = weatherOf(range(3000), { kinds, share: 0.3, seed: 5 });
    for (const kind of kinds) {
      const share = met.filter((one) => one === kind).length / 3000;
      assert.ok(Math.abs(share - 0.1) < 0.03, `${kind}: ${share}`);
    }
    assert.deepEqual(met, weatherOf(range(3000), { kinds, share: 0.3, seed: 5 }));
    assert.notDeepEqual(met, weatherOf(range(3000), { kinds, share: 0.3, seed: 6 }));
    assert.ok(!weatherOf(range(3000), { kinds, share: 0 }).some((one) => one !== null));
  });

  test("meets the nth request for a record, whatever was asked in between", () => {
    const half = { kinds: "reset", share: 0.5 } as const;
    const forward = weatherOf(range(100), half);
    assert.deepEqual(weatherOf(range(100).toReversed(), half).toReversed(), forward);
    const again = weatherOf([...range(100), ...range(100)], half).slice(100);
    assert.notDeepEqual(again, forward);
  });
});

suite("weather of a status", () => {
  const expected = [
    [{ kinds: "tooMany" }, 429, "1"],
    [{ kinds: "tooMany", retryAfter: "Wed, 26 Feb 2014 09:00:00 GMT" }, 429, "Wed, 26 Feb 2014 09:00:00 GMT"],
    [{ kinds: "serverError" }, 500, null],
    [{ kinds: "serverError", status: 502, retryAfter: "3" }, 502, "3"],
    [{ kinds: "maintenance", status: 503, retryAfter: "60" }, 503, "60"],
  ] as const;
  for (const [forecast, status, retryAfter] of expected) {
    test(`is ${status} with ${retryAfter ?? "no Retry-After"} for ${forecast.kinds}`, async (t) => {
      const replica = await smallReplica(t);
      replica.setWeather(forecast);
      const { status: came, headers } = await visit(replica.urlOf(12));
      assert.deepEqual([came, headers.get("retry-after")], [status, retryAfter]);
    });
  }

  test("leads elsewhere, or to itself", async (t) => {
    const replica = await smallReplica(t);
    const locationOf = async (forecast: Forecast) => {
      replica.setWeather(forecast);
      const { status, headers } = await visit(replica.urlOf(12));
      assert.equal(status, 302);
      return headers.get("location");
    };
    assert.equal(await locationOf({ kinds: "elsewhere" }), "http://elsewhere.invalid/");
    assert.equal(await locationOf({ kinds: "elsewhere", location: "http://a.invalid" }), "http://a.invalid");
    assert.equal(replica.url + (await locationOf({ kinds: "loop" })), replica.urlOf(12));
    await assert.rejects(fetch(replica.urlOf(12)), /fetch failed/);
  });
});

suite("weather of another page", () => {
  for (const [kinds, sign] of [
    ["challenge", /Just a moment/],
    ["login", /type="password"/],
    ["maintenance", /Maintenance en cours/],
  ] as const) {
    test(`shows ${kinds} with 200, and no record`, async (t) => {
      const replica = await smallReplica(t);
      replica.setWeather({ kinds });
      const came = await visit(replica.urlOf(12));
      assert.equal(came.status, 200);
      assert.match(came.text, sign);
      assert.throws(() => readFrom("page", came), isRefused("not_a_question"));
      assert.ok(!came.headers.has("etag"));
    });
  }

  test("shows nothing at all", async (t) => {
    const replica = await smallReplica(t);
    replica.setWeather({ kinds: "empty" });
    const { status, bytes } = await visit(replica.urlOf(12));
    assert.deepEqual([status, bytes.length], [200, 0]);
  });
});

suite("weather of the record", () => {
  test("hides the answers, and the count with them", async (t) => {
    const replica = await smallReplica(t);
    replica.setWeather({ kinds: "answersVanish" });
    for (const form of ["print", "page"] as const) {
      const url = replica.urlOf(12, form);
      const { answers, warnings } = readFrom(url, await visit(url));
      assert.deepEqual({ answers, warnings }, { answers: [], warnings: [] });
    }
    assert.equal(replica.truth().get(12)?.answers.length, 1);
  });

  for (const form of ["print", "page"] as const) {
    for (const kinds of ["truncated", "refusals"] as const) {
      test(`makes every question incomplete: ${kinds}, in the ${form} form`, async (t) => {
        const replica = await startReplica(t, { records: records({ from: 1, to: 60, seed: 2 }) });
        replica.setWeather({ kinds });
        for (const id of replica.truth().keys()) {
          const url = replica.urlOf(id, form);
          const came = await visit(url);
          assert.equal(came.status, 200);
          assert.throws(() => readFrom(url, came), isRefused("incomplete"));
        }
      });
    }
  }

  for (const kinds of ["utf8NamedLatin1", "latin1NamedUtf8"] as const) {
    test(`makes it unreadable: ${kinds}`, async (t) => {
      const replica = await smallReplica(t);
      replica.setWeather({ kinds });
      const came = await visit(replica.urlOf(12));
      const named = kinds === "utf8NamedLatin1" ? /ISO-8859-1/ : /utf-8/;
      assert.match(came.headers.get("content-type") ?? "", named);
      assert.throws(() => readFrom("page", came), isRefused("unreadable"));
    });
  }
});

suite("weather of the connection", () => {
  test("breaks it off in the middle of the page", async (t) => {
    const replica = await smallReplica(t);
    replica.setWeather({ kinds: "reset" });
    await assert.rejects(visit(replica.urlOf(12)));
    assert.deepEqual(
      replica.requests.map(({ status }) => status),
      [200],
    );
  });

  test("lets the page drip, and come whole in the end", async (t) => {
    const replica = await smallReplica(t);
    replica.setWeather({ kinds: "slowDrip", dripMs: 0 });
    const [response] = (await once(get(replica.urlOf(12)), "response")) as [IncomingMessage];
    const pieces = await Array.fromAsync(response as AsyncIterable<Buffer>);
    assert.ok(pieces.length > 20, `${pieces.length} pieces`);
    replica.setWeather();
    assert.equal(Buffer.concat(pieces).toString(), (await visit(replica.urlOf(12))).text);
  });

  test("says nothing until the client gives up", async (t) => {
    const replica = await smallReplica(t);
    replica.setWeather({ kinds: "silence" });
    await assert.rejects(fetch(replica.urlOf(12), { signal: AbortSignal.timeout(30) }), /timeout/);
    assert.equal(replica.requests[0]?.status, null);
  });

  test("sends a huge page that a client may break off", async (t) => {
    const replica = await smallReplica(t);
    replica.setWeather({ kinds: "huge" });
    const abort = new AbortController();
    const response = await fetch(replica.urlOf(12), { signal: abort.signal });
    assert.ok(response.body !== null);
    let read = 0;
    await assert.rejects(async () => {
      for await (const piece of response.body ?? []) {
        read += (piece as Uint8Array).length;
        if (read > 3_000_000) abort.abort();
      }
    }, /abort/);
    assert.ok(replica.requests[0]!.bytesSent < 50_000_000);
    replica.setWeather({ kinds: "huge", sizeBytes: 2_500_000 });
    assert.equal((await visit(replica.urlOf(12))).bytes.length, 2_500_000);
  });

  test("sends a little that becomes 200 MB", async (t) => {
    const replica = await smallReplica(t);
    replica.setWeather({ kinds: "bomb" });
    const [response] = (await once(get(replica.urlOf(12)), "response")) as [IncomingMessage];
    assert.equal(response.headers["content-encoding"], "gzip");
    let size = 0;
    for await (const piece of response.pipe(createGunzip())) size += (piece as Buffer).length;
    assert.equal(size, 200_000_000);
    assert.ok(replica.requests[0]!.bytesSent < 2_000_000);
  });
});

test("no weather hurts the replica: it is fair again after each kind", async (t) => {
  const replica = await startReplica(t);
  replica.add(12, aQuestion({ answers: [anAnswer()] }));
  for (const kinds of WEATHER_KINDS.filter((kind) => kind !== "silence")) {
    replica.setWeather({ kinds, sizeBytes: 1_000_000, dripMs: 0 });
    await visit(replica.urlOf(12)).catch(() => undefined);
    replica.setWeather();
    const url = replica.urlOf(12);
    assert.deepEqual(readFrom(url, await visit(url)), replica.truth().get(12), kinds);
  }
});
