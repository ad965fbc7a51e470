import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";

export interface Load {
  /** How many clients ask at once, each again as soon as it has its answer. */
  readonly connections: number;
  readonly durationMs: number;
  readonly encoding: "identity" | "gzip";
}

/** What a load came to. */
export interface LoadReport {
  readonly perSecond: number;
  /** Of each request, in milliseconds, the shortest first. */
  readonly times: readonly number[];
}

/** Asks for addresses of one origin in turn, as many as can be had in a time, and reads every answer to its end. */
export async function putUnderLoad(
  origin: string,
  paths: readonly string[],
  { connections, durationMs, encoding }: Load,
): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const startedAt = performance.now();
  let asked = 0;
  const client = async () => {
    while (performance.now() - startedAt < durationMs) {
      const path = paths[asked++ % paths.length]!;
      const askedAt = performance.now();
      await readToEnd(`${origin}${path}`, agent, encoding);
      times.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const tookMs = performance.now() - startedAt;
  agent.destroy();
  return { perSecond: (times.length / tookMs) * 1000, times: times.sort((one, other) => one - other) };
}

async function readToEnd(url: string, agent: Agent, encoding: string): Promise<void> {
  const request = get(url, { agent, headers: { "accept-encoding": encoding } });
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  answer.resume();
  await once(answer, "end");
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`);
}
