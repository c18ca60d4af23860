import fc from 'fast-check'

/**
 * Where a change is judged, properties are tried on the same inputs every time, so that it is judged
 * by what it changed; everywhere else they are tried on new ones.
 */
if (process.env.CI) fc.configureGlobal({ seed: 28 })
