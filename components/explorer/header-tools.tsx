'use client'

/** Adding documents and taking pictures away. */
export function HeaderTools() {
  return null
}
