#!/usr/bin/env node
// The command line is TypeScript run as it is: tsx reads it, no build in between.
import { register } from 'tsx/esm/api'

register()
await import('./main.ts')
