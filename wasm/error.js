// The one error that this API throws.

export class LastcallError extends Error {
  // problems is what is wrong with a scenario, [] if something else failed.
  constructor(message, { problems = [], cause } = {}) {
    super(message, cause === undefined ? {} : { cause });
    this.name = "LastcallError";
    this.problems = problems;
  }
}

// problemsError is the error for a scenario with problems.
export function problemsError(problems) {
  const [{ path, message }] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  return new LastcallError(`${path ? `${path}: ` : ""}${message}${more}`, { problems });
}
