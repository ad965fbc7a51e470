import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { ParsedQuestion } from "../../../src/domain/parsed-question.ts";
import { ParseError } from "../../../src/errors.ts";
import { wallonia } from "../../../src/sources/wallonia/index.ts";
import type { Owner } from "../databases.ts";
import { anAnswer, aQuestion } from "../questions.ts";
import { type Replica, type ReplicaOptions, startReplica } from "./start-replica.ts";

/** What came from an address, decompressed, without a redirect being followed. */
export interface Visit {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
}

export async function visit(url: string, headers: Record<string, string> = {}): Promise<Visit> {
  const response = await fetch(url, { headers, redirect: "manual" });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: bytes.toString() };
}

/** What came from an address as it was sent, in the encoding of its header. */
export async function visitRaw(url: string, acceptEncoding: string) {
  const request = get(url, { headers: { "Accept-Encoding": acceptEncoding } });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  const bytes = Buffer.concat(await Array.fromAsync(response as AsyncIterable<Buffer>));
  return { encoding: response.headers["content-encoding"] ?? null, bytes };
}

/** @throws {ParseError} as the parser does */
export function readFrom(url: string, { bytes, headers }: Visit): ParsedQuestion {
  return wallonia.parse({ bytes, location: url, contentType: headers.get("content-type") ?? "" });
}

/** Whether the parser refused a page with this code. */
export const isRefused = (code: string) => (error: unknown) =>
  error instanceof ParseError && error.code === code;

/** A replica with an answered question, id 12, and one that waits, id 13, both of 25 February 2014. */
export async function smallReplica(t: Owner, options: ReplicaOptions = {}): Promise<Replica> {
  const replica = await startReplica(t, options);
  const before = new Date("2014-02-25T09:00:00Z");
  replica.add(12, aQuestion({ answers: [anAnswer()] }), before);
  replica.add(13, aQuestion({ officialNumber: 218, officialReference: "218 (2013-2014) 1" }), before);
  return replica;
}
