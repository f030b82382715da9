import { Component, type ReactNode } from 'react'
import { Button } from './Button'
import { Notice } from './Notice'

/** A page that can't be loaded is most often one of an older version than the server's, or the network is away. */
export class NewVersionGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div className="standing-alone">
        <h1>Halaman tidak dapat dibuka</h1>
        <Notice tone="warning" title="Mungkin versi baru sudah siap, atau jaringan terputus.">
          <Button icon="retry" onClick={() => location.reload()}>
            Muat ulang
          </Button>
        </Notice>
      </div>
    )
  }
}
