import { runCommand } from "./cli/run-command.ts";
import { serveCommand } from "./cli/serve.ts";

await runCommand(serveCommand);
