'use client'
import { Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { IconButton } from '../ui/icon-button'

export function ThemeButton() {
  const { setTheme } = useTheme()
  // both icons are there; the class on the page shows one, so that the server need not know
  return (
    <>
      <span className="dark:hidden">
        <IconButton icon={Moon} label="Dark" onClick={() => setTheme('dark')} />
      </span>
      <span className="hidden dark:inline">
        <IconButton icon={Sun} label="Light" onClick={() => setTheme('light')} />
      </span>
    </>
  )
}
