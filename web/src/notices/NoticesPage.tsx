import { Link } from 'wouter'
import { serverNow } from '../api/server-clock'
import { Loaded } from '../app/Loaded'
import { LoadMore } from '../app/LoadMore'
import { useAskPages, useCommand } from '../app/queries'
import { Button, ButtonLink } from '../ui/Button'
import { Page } from '../ui/Page'
import rowList from '../ui/row-list.module.css'
import small from '../ui/small.module.css'
import { Empty } from '../ui/states'
import { dayAndDate, number, time } from '../words/format'
import css from './Notices.module.css'
import { type Notice, when } from './words'

const A_MINUTE = 60_000

/** What I was told: news, where *Kerja saya* is duty. */
export default function NoticesPage() {
  const list = useAskPages('portal_list_notices', {}, { refetchInterval: A_MINUTE })
  const read = useCommand('portal_read_notices')
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const unread = items.filter((notice) => !notice.is_read)
  return (
    <Page
      title="Pemberitahuan"
      narrow
      actions={
        unread.length > 0 && (
          <Button
            icon="check"
            busy={read.isPending}
            onClick={() => read.mutate({ notice_ids: unread.slice(0, 100).map(({ id }) => id) })}
          >
            Tandai {number(unread.length)} sudah dibaca
          </Button>
        )
      }
    >
      <Loaded query={list} rows={4}>
        {() =>
          items.length === 0 ? (
            <Empty icon="bell" title="Belum ada pemberitahuan. Undangan dan keputusan atas usulan Anda muncul di sini.">
              <ButtonLink href="/profil">Atur pemberitahuan</ButtonLink>
            </Empty>
          ) : (
            <>
              <ul className={rowList.clipped}>
                {items.map((notice) => (
                  <Row key={notice.id} notice={notice} onOpen={() => read.mutate({ notice_ids: [notice.id] })} />
                ))}
              </ul>
              <LoadMore list={list} shown={items.length} />
              <p className={css.settings}>
                <Link href="/profil">Atur pemberitahuan dan surel</Link>
              </p>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Row({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  // The page on which a paper is checked is the server's, not the portal's.
  const To = notice.link.startsWith('/v/') ? 'a' : Link
  return (
    <li className={css.row} data-unread={!notice.is_read || undefined}>
      <h2>
        <To href={notice.link} className={`${rowList.whole} ${css.whole}`} onClick={() => !notice.is_read && onOpen()}>
          {notice.title}
        </To>
      </h2>
      {notice.detail && <p>{notice.detail}</p>}
      <p className={small.quiet}>
        {!notice.is_read && <span className={css.unread}>Belum dibaca · </span>}
        <time dateTime={notice.at} title={`${dayAndDate(notice.at)}, ${time(notice.at)}`}>
          {when(notice.at, serverNow())}
        </time>
      </p>
    </li>
  )
}
