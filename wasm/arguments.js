// Checks what callers pass, and turns it into what crosses to Go: text and
// numbers.
import { LastcallError } from "./error.js";

// scenarioText returns a scenario, an object or JSON text, as text.
export function scenarioText(scenario) {
  if (typeof scenario === "string") return scenario;
  if (typeof scenario !== "object" || scenario === null) {
    throw new LastcallError(`a scenario is an object or JSON text, not ${nameOf(scenario)}`);
  }
  try {
    return JSON.stringify(scenario, refuse);
  } catch (cause) {
    if (cause instanceof LastcallError) throw cause;
    throw new LastcallError(`the scenario cannot be written as JSON: ${cause?.message}`, { cause });
  }
}

// refuse stops JSON.stringify where it would drop or change a value in silence.
function refuse(key, value) {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") {
    throw new LastcallError(`the scenario holds a ${typeof value} at "${key}"`);
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new LastcallError(`the scenario holds ${value} at "${key}"`);
  }
  return value;
}

// maxRecordsNumber returns options.maxRecords, 0 if it is not given.
export function maxRecordsNumber({ maxRecords }) {
  if (maxRecords === undefined) return 0;
  if (!Number.isSafeInteger(maxRecords) || maxRecords < 1) {
    throw new LastcallError(`maxRecords must be a whole number from 1, not ${nameOf(maxRecords)}`);
  }
  return maxRecords;
}

// isTrace tells the text of a trace from that of a scenario.
export function isTrace(text) {
  try {
    return Object.hasOwn(JSON.parse(text) ?? {}, "records");
  } catch {
    return false; // the scenario's problems say where it is no JSON
  }
}

// oneOf returns a value that must be one of a list.
export function oneOf(name, value, list) {
  if (!list.includes(value)) {
    throw new LastcallError(`${name} must be "${list.join('", "')}", not ${nameOf(value)}`);
  }
  return value;
}

// pixels returns options.width, 0 if it is not given.
export function pixels({ width }) {
  if (width === undefined) return 0;
  if (typeof width !== "number" || !(width > 0 && width <= 10_000)) {
    throw new LastcallError(`width must be a number of pixels up to 10000, not ${nameOf(width)}`);
  }
  return width;
}

export function checkOptions(options) {
  if (typeof options !== "object" || options === null) {
    throw new LastcallError(`options must be an object, not ${nameOf(options)}`);
  }
}

// nameOf names a value in a message.
export function nameOf(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" || value === null || value === undefined) return String(value);
  return `a ${typeof value}`;
}
