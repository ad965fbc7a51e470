import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { startWeatherServer } from "../helpers/weather-server.ts";
import { impatientClient, textOf } from "./impatient-client.ts";

const MIB = 1024 * 1024;
const TEXT = "Une question écrite. ".repeat(500);
const encoded = (encoding: string, body: Uint8Array) => ({ headers: { "content-encoding": encoding }, body });

suite("compressed pages", () => {
  const forms: Readonly<Record<string, readonly [encoding: string, body: Uint8Array]>> = {
    gzip: ["gzip", gzipSync(TEXT)],
    "gzip in capitals, under its old name": ["X-GZIP", gzipSync(TEXT)],
    brotli: ["br", brotliCompressSync(TEXT)],
    deflate: ["deflate", deflateSync(TEXT)],
    "deflate without its header": ["deflate", deflateRawSync(TEXT)],
    "one in the other": ["deflate, gzip", gzipSync(deflateSync(TEXT))],
    "not compressed, and saying so": ["identity", Buffer.from(TEXT)],
    "gzip in two parts": ["gzip", Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(TEXT.slice(9))])],
  };
  for (const [name, [encoding, body]] of Object.entries(forms)) {
    test(`${name} is read`, async (t) => {
      const server = await startWeatherServer(t, { "/a": encoded(encoding, body) });
      assert.equal(textOf(await impatientClient(server).page("/a")), TEXT);
    });
  }

  const broken: Readonly<Record<string, readonly [encoding: string, body: Uint8Array]>> = {
    "that is no gzip": ["gzip", Buffer.from(TEXT)],
    "that is cut": ["gzip", gzipSync(TEXT).subarray(0, -20)],
    "that is changed": ["gzip", gzipSync(TEXT).fill(0, 30, 40)],
    "that is no brotli": ["br", Buffer.from(TEXT)],
    "that is no deflate": ["deflate", Buffer.from(TEXT)],
    "in an encoding nobody asked for": ["compress", Buffer.from(TEXT)],
  };
  for (const [name, [encoding, body]] of Object.entries(broken)) {
    test(`one ${name} is told as bad_encoding`, async (t) => {
      const server = await startWeatherServer(t, { "/a": encoded(encoding, body) });
      await assert.rejects(impatientClient(server).page("/a"), {
        code: "bad_encoding",
        message: /compression «/,
      });
    });
  }

  test("an empty page is empty under any encoding", async (t) => {
    const server = await startWeatherServer(t, { "/a": encoded("gzip", new Uint8Array()) });
    assert.equal(textOf(await impatientClient(server).page("/a")), "");
  });
});

suite("a page that is too large", () => {
  const maxBytes = 64 * 1024;
  const tooLarge = { code: "page_too_large", message: /dépasse 65536 octets/ };

  test("is refused by the length it announces, before any of it came", async (t) => {
    const server = await startWeatherServer(t, {
      "/a": (_request, response) => {
        response.writeHead(200, { "content-length": String(200 * MIB) });
        response.flushHeaders();
      },
    });
    await assert.rejects(impatientClient(server, { maxBytes }).page("/a"), tooLarge);
  });

  test("is read no further than the limit", async (t) => {
    let sentBytes = 0;
    const server = await startWeatherServer(t, {
      "/a": (_request, response) => {
        const send = () => {
          while (!response.destroyed && sentBytes < 200 * MIB) {
            sentBytes += 16_384;
            if (!response.write(Buffer.alloc(16_384, "x"))) return;
          }
          response.end();
        };
        response.on("drain", send);
        send();
      },
    });
    await assert.rejects(impatientClient(server, { maxBytes }).page("/a"), tooLarge);
    // What the buffers of two sockets hold is on its way before anybody can stop it.
    assert.ok(sentBytes < 20 * MIB, `${sentBytes} bytes sent`);
  });

  for (const [name, encoding, compress] of [
    ["gzip", "gzip", gzipSync],
    ["brotli", "br", brotliCompressSync],
    ["deflate", "deflate", deflateSync],
  ] as const) {
    test(`is not unfolded from a little ${name}`, async (t) => {
      const bomb = compress(Buffer.alloc(20 * MIB));
      assert.ok(bomb.length < maxBytes);
      const server = await startWeatherServer(t, { "/a": encoded(encoding, bomb) });
      await assert.rejects(impatientClient(server, { maxBytes }).page("/a"), tooLarge);
    });
  }

  test("begins one byte above the limit", async (t) => {
    const server = await startWeatherServer(t, {
      "/fits": { body: "x".repeat(maxBytes) },
      "/fits-compressed": encoded("gzip", gzipSync("x".repeat(maxBytes))),
      "/exceeds": { body: "x".repeat(maxBytes + 1) },
      "/exceeds-compressed": encoded("gzip", gzipSync("x".repeat(maxBytes + 1))),
    });
    const { page } = impatientClient(server, { maxBytes });
    assert.equal((await page("/fits")).bytes.length, maxBytes);
    assert.equal((await page("/fits-compressed")).bytes.length, maxBytes);
    await assert.rejects(page("/exceeds"), tooLarge);
    await assert.rejects(page("/exceeds-compressed"), tooLarge);
  });
});
