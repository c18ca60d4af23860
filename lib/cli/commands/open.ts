import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { serializeCase } from '../../case-file'
import { AppError } from '../../errors'
import { openStore } from '../../store/store'
import { loadCase } from '../load-case'
import { askApp, findRunningApp } from '../running-app'
import { addressOf, build, checkPort, isEverywhere, needsBuild, serve } from '../serve'

type Flags = { port: number; host: string; replace?: true; browser?: true }

export function addOpen(program: Command): void {
  program
    .command('open')
    .summary('starts the app, on a case if one is given')
    .description(
      'Starts the app and prints its address. A case file is stored first, in .throughline where you are (or THROUGHLINE_DATA). The first start builds the app, which takes a minute.',
    )
    .argument('[CASE]', 'case file, stored case or sample')
    .option(
      '-p, --port <port>',
      'default 3000, or PORT',
      portNumber,
      portNumber(process.env.PORT || '3000'),
    )
    .option(
      '--host <address>',
      'who can reach it; default this machine, or HOSTNAME',
      defaultHost(),
    )
    .option('--replace', 'when another case of this id is stored, put this one in its place')
    .option('--browser', 'opens the address in the browser')
    .action(run)
}

function portNumber(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError('A port is a number from 1 to 65535.')
  }
  return port
}

/** HOSTNAME is set by many shells and containers to a name that is no address to listen on. */
function defaultHost(): string {
  const { HOSTNAME = '' } = process.env
  return HOSTNAME === 'localhost' || /^[\d.]+$|:/.test(HOSTNAME) ? HOSTNAME : '127.0.0.1'
}

async function run(caseName: string | undefined, flags: Flags): Promise<void> {
  const running = await findRunningApp()
  if (running !== undefined) return openRunning(running, caseName, flags)
  const id = caseName === undefined ? undefined : await keep(caseName, flags.replace === true)
  // One process at a time: the server is the next to have the cases open.
  await openStore().close()
  await checkPort(flags.host, flags.port)
  if (needsBuild()) {
    console.error('Building the app. This takes about a minute, the first time only …')
    await build()
  }
  const { host, port } = flags
  const page = pageOf(addressOf(isEverywhere(host) ? 'localhost' : host, port), id)
  const env = {
    THROUGHLINE_DATA: resolve(process.env.THROUGHLINE_DATA ?? '.throughline'),
    ...(id !== undefined && { THROUGHLINE_OPEN: id }),
  }
  let told = false
  await serve(host, port, env, () => {
    if (told) return
    told = true
    console.log(`Throughline is at ${page}\nStop it with Ctrl-C.`)
    if (flags.browser) openBrowser(page)
  })
}

const pageOf = (address: string, id: string | undefined) =>
  id === undefined ? `${address}/` : `${address}/case/${encodeURIComponent(id)}`

/** The app runs already: it takes the case in, and its address is all that is wanted. */
async function openRunning(app: string, caseName: string | undefined, flags: Flags): Promise<void> {
  const case_ = caseName === undefined ? undefined : await loadCase(caseName)
  if (case_ && existsSync(caseName!)) {
    const keep = flags.replace ? '?keep=replace' : ''
    await askApp(app, `api/cases${keep}`, serializeCase(case_))
  }
  const page = pageOf(app, case_?.id)
  console.log(`Throughline runs already, at ${page}`)
  if (flags.browser) openBrowser(page)
}

/** Stores a case that came as a file, and the sample when it was deleted. */
async function keep(caseName: string, replace: boolean): Promise<string> {
  const case_ = await loadCase(caseName)
  const store = openStore()
  const present = await store.readCase(case_.id).catch((error: AppError) => {
    if (error.code === 'not_found' || error.code === 'invalid_input') return undefined
    throw error
  })
  if (present && !existsSync(caseName)) return case_.id
  if (present && serializeCase(present) === serializeCase(case_)) return case_.id
  if (present && !replace) {
    throw new AppError(
      'conflict',
      `Another case with the id "${case_.id}" is stored already: “${present.title}”. ` +
        `Open it with: throughline open ${case_.id}\n` +
        'Or put the file in its place with --replace.',
    )
  }
  await store.saveCase(case_)
  return case_.id
}

function openBrowser(page: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open']
  const child = spawn(command!, [...args, page], { stdio: 'ignore', detached: true })
  child.once('error', () => console.error(`No browser could be opened. Go to ${page}`))
  child.unref()
}
