import { runCommand } from "./cli/run-command.ts";
import { serveCommand } from "./cli/serve.ts";

// npm, told to stop, ends the shell between itself and the server, which then has to notice by itself.
await runCommand(() => serveCommand({ endsWithParent: process.argv.includes("--under-npm") }));
