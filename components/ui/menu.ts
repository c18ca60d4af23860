/** The look of menus, wherever they open. */
export const menuCard =
  'float-card appear z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto p-1 text-sm'

export const menuItem =
  'flex h-8 items-center gap-2 rounded-md px-2 outline-none select-none data-[disabled]:opacity-40 data-[highlighted]:bg-hover phone:h-11'
