'use client'
import { Moon, Sun } from 'lucide-react'
import { useTheme } from 'next-themes'
import { IconButton } from '../ui/icon-button'

export function ThemeButton() {
  const { resolvedTheme, setTheme } = useTheme()
  // both icons are there; the class on the page shows one, so that the server need not know
  return (
    <>
      <IconButton
        icon={Moon}
        label="Dark"
        className="dark:hidden"
        onClick={() => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark')}
      />
      <IconButton
        icon={Sun}
        label="Light"
        className="hidden dark:inline-flex"
        onClick={() => setTheme('light')}
      />
    </>
  )
}
