import type { AddressForm } from "../sources/shared/source.ts";
import type { SourceStateStore } from "../store/source-state.ts";
import { chooseAddressForm, tryAddress } from "./address-choice.ts";
import type { LookParts } from "./look-at-id.ts";
import type { LookResult } from "./look-report.ts";

/** How many ids that show nothing are tried under every form, while no form has shown a question yet. */
const TRIED_UNDER_ALL = 25;

/** With how many known questions a form is tried: one may be gone, hardly two. */
const TRIED_QUESTIONS = 2;

export interface SiteAddressesParts extends LookParts {
  readonly state: SourceStateStore;
}

/**
 * The form of address under which the site is asked: the one that showed a question last, remembered in the database,
 * and tried again where pages stop being readable.
 */
export class SiteAddresses {
  readonly #parts: SiteAddressesParts;
  #form: AddressForm;
  #isProven: boolean;
  #triesLeft = TRIED_UNDER_ALL;
  #hasLookedForMove = false;

  private constructor(parts: SiteAddressesParts, form: AddressForm, isProven: boolean) {
    this.#parts = parts;
    this.#form = form;
    this.#isProven = isProven;
  }

  /** Remembers the form, or chooses one by known questions; where the site shows none of them, the first is tried on. */
  static async open(parts: SiteAddressesParts): Promise<SiteAddresses> {
    const { source, state } = parts;
    const [first, ...others] = source.addressForms;
    if (first === undefined) throw new Error(`${source.parliament} has no form of address`);
    const { addressForm } = await state.find();
    const remembered = [first, ...others].find(({ name }) => name === addressForm);
    if (remembered !== undefined) return new SiteAddresses(parts, remembered, true);
    const chosen = await chooseAddressForm(await knownQuestions(parts, []), parts);
    const addresses = new SiteAddresses(parts, chosen ?? first, false);
    if (chosen !== null) await addresses.#settle(chosen);
    return addresses;
  }

  get form(): AddressForm {
    return this.#form;
  }

  /** Takes the result of a look into account; true where the id is to be looked at again, under another form. */
  async learnFrom(result: LookResult): Promise<boolean> {
    if (this.#isProven) return false;
    if (!isQuestion(result)) return this.#tryOthers(String(result.sourceNumber));
    await this.#settle(this.#form);
    return false;
  }

  /**
   * Whether the site shows a known question, other than these, under the present form (with its answers, where
   * `answered`); null where none is known.
   */
  async showOthers(than: readonly number[], { answered = false } = {}): Promise<boolean | null> {
    const tried = [...than];
    for (let tries = 0; tries < TRIED_QUESTIONS; tries += 1) {
      const witness = await this.#parts.ledger.findWitness(tried);
      if (witness === null || (answered && !witness.isAnswered)) return tries === 0 ? null : false;
      const { shows, hasAnswer } = await tryAddress(this.#form, String(witness.sourceNumber), this.#parts);
      if (shows === "question" && (hasAnswer || !answered)) return true;
      tried.push(witness.sourceNumber);
    }
    return false;
  }

  /** Looks once a round whether known questions are shown under another form, and goes over to it; true if so. */
  async move(suspects: readonly number[]): Promise<boolean> {
    if (this.#hasLookedForMove) return false;
    this.#hasLookedForMove = true;
    const chosen = await chooseAddressForm(await knownQuestions(this.#parts, suspects), this.#parts);
    if (chosen === null || chosen === this.#form) return false;
    await this.#settle(chosen);
    return true;
  }

  async #tryOthers(sourceId: string): Promise<boolean> {
    if (this.#triesLeft === 0) return false;
    this.#triesLeft -= 1;
    for (const form of this.#parts.source.addressForms.filter((other) => other !== this.#form)) {
      const { shows } = await tryAddress(form, sourceId, this.#parts);
      if (shows !== "question") continue;
      await this.#settle(form);
      return true;
    }
    return false;
  }

  async #settle(form: AddressForm): Promise<void> {
    await this.#parts.state.saveAddressForm(form.name);
    this.#form = form;
    this.#isProven = true;
  }
}

const isQuestion = ({ found }: LookResult) =>
  found === "new" || found === "changed" || found === "unchanged" || found === "poorer";

async function knownQuestions(
  { ledger, source }: SiteAddressesParts,
  suspects: readonly number[],
): Promise<string[]> {
  const witness = await ledger.findWitness(suspects);
  return [...(witness === null ? [] : [String(witness.sourceNumber)]), ...source.knownSourceIds].slice(
    0,
    TRIED_QUESTIONS,
  );
}
