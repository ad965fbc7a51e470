import type { Command } from "commander";

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "Utilisation :",
  "Arguments:": "Arguments :",
  "Options:": "Options :",
  "Commands:": "Commandes :",
};

const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/, "commande inconnue : $1"],
  [/^error: unknown option '(.*)'/, "option inconnue : $1"],
  [/^error: missing required argument '(.*)'/, "il manque $1"],
  [/^error: required option '(.*)' not specified/, "il manque l’option $1"],
  [/^error: option '(.*)' argument missing/, "il manque la valeur de $1"],
  [/^error: too many arguments.*/, "il y a plus d’arguments que la commande n’en prend"],
  [/\(Did you mean (.*)\?\)/, "(plutôt $1 ?)"],
];

/** The words of the command line's own help and complaints, in French; its commands inherit them. */
export function speakFrench(program: Command): Command {
  return program
    .helpOption("-h, --help", "affiche cette aide")
    .helpCommand("help [commande]", "affiche l’aide d’une commande")
    .showHelpAfterError("(vigie --help montre les commandes)")
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" "),
    })
    .configureOutput({
      outputError(message, write) {
        write(`vigie : ${FAULTS.reduce((text, [fault, french]) => text.replace(fault, french), message)}`);
      },
    });
}

const argumentTerm = (argument: { name(): string; variadic: boolean }) =>
  `<${argument.name()}${argument.variadic ? "..." : ""}>`;
