'use client'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'

type Lit = {
  /** The step the pointer or the keyboard is at, in the picture or beside it. */
  step?: string
  light(step: string | undefined): void
}

const Context = createContext<Lit>({ light: () => {} })

/** Which step of a trace is pointed at; apart from the view, as it changes with every move. */
export function LitProvider({ children }: { children: ReactNode }) {
  const [step, light] = useState<string>()
  const value = useMemo(() => ({ step, light }), [step])
  return <Context value={value}>{children}</Context>
}

export const useLit = (): Lit => use(Context)
