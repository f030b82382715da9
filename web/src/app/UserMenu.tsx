import { Menu } from '@mantine/core'
import { useLocation } from 'wouter'
import { type Person, signOut } from '../api/session'
import { Icon } from '../ui/Icon'
import { asProblem } from '../api/problem'
import { toast } from './toast'
import css from './UserMenu.module.css'

export function UserMenu({ person }: { person: Person }) {
  const [, navigate] = useLocation()
  return (
    <Menu position="bottom-end" width={260} withinPortal={false} transitionProps={{ duration: 150 }}>
      <Menu.Target>
        <button type="button" className={css.target} aria-label={`Menu pengguna: ${person.name}`}>
          <Icon name="personCircle" size={24} />
          <span className={css.who}>
            <span className={css.name}>{person.name}</span>
            <span className={css.position}>{person.position_title}</span>
          </span>
          <Icon name="chevronDown" size={16} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.card}>
          <p className={css.name}>{person.name}</p>
          {person.position_title && <p>{person.position_title}</p>}
          {person.organisation_name && <p>{person.organisation_name}</p>}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="person" />} onClick={() => navigate('/profil')}>
          Profil
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="signOut" />}
          onClick={() => void signOut().catch((error: unknown) => toast(asProblem(error).message))}
        >
          Keluar
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
