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
