/** Errors that reach a user: each says what is wrong, with which value, and what to do. */
export type ErrorCode = 'invalid_input' | 'not_found' | 'conflict' | 'unavailable' | 'internal'

export const httpStatus: Record<ErrorCode, number> = {
  invalid_input: 400,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
  internal: 500,
}

/** One thing that is wrong with an input. */
export type Problem = {
  /** Where, as `claims[3].evidence[0].quote`. */
  path: string
  message: string
  /** The offending value, shortened. */
  value?: string
  remedy: string
}

export class AppError extends Error {
  /** By what it is, not by its class: a bundled server may hold this module several times. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'AppError' && 'problems' in value
  }

  readonly code: ErrorCode
  readonly problems: readonly Problem[]

  constructor(
    code: ErrorCode,
    message: string,
    problems: readonly Problem[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'AppError'
    this.code = code
    this.problems = problems
  }
}
