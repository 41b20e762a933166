// What the operator reads. Only the fields named here ever reach a log line: a message, a note or a name cannot slip in by accident.

/** Fields that may be logged: ids, counts, codes and durations; never text that a person wrote. */
export interface LogFields {
  programme?: string;
  round?: string;
  key?: string;
  kind?: string;
  lane?: string;
  method?: string;
  code?: string;
  stream?: string;
  count?: number;
  attempt?: number;
  ms?: number;
  port?: number;
  until?: string;
  reference?: string;
  scope?: string;
  action?: string;
  version?: string;
  stack?: string;
}

/** `event` is a fixed sentence in the code, never built from input. */
export interface Log {
  debug: (event: string, fields?: LogFields) => void;
  info: (event: string, fields?: LogFields) => void;
  warn: (event: string, fields?: LogFields) => void;
  error: (event: string, fields?: LogFields) => void;
}
