import { AppError } from "../errors.ts";

/** An address that exists, asked with a method it does not have. */
export class MethodNotAllowedError extends AppError {
  readonly code = "method_not_allowed";
  /** The methods it has. */
  readonly allowed: readonly string[];

  constructor(method: string, allowed: readonly string[]) {
    super(`La méthode ${method} n’est pas servie à cette adresse.`);
    this.allowed = allowed;
  }
}

/** The process is up but cannot answer yet, or for the moment. */
export class NotReadyError extends AppError {
  readonly code = "not_ready";
}

/** A client that has asked more often than it may. */
export class TooManyRequestsError extends AppError {
  readonly code = "rate_limited";
  readonly retryAfterSeconds: number;

  constructor(perMinute: number, retryAfterSeconds: number) {
    super(
      `Votre adresse a dépassé ${perMinute} requêtes en une minute. Reprenez dans ${retryAfterSeconds} s, et espacez ` +
        "vos requêtes : les en-têtes « RateLimit » disent à chaque réponse combien il en reste.",
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** An address longer than the server reads. */
export class AddressTooLongError extends AppError {
  readonly code = "address_too_long";
}
