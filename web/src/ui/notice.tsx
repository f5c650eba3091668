import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

const icons: Record<'info' | 'success' | 'pending' | 'danger', IconName> = {
  info: 'info',
  success: 'check-circle',
  pending: 'clock',
  danger: 'alert',
};

type NoticeProps = {
  tone?: keyof typeof icons;
  icon?: IconName;
  title: string;
  /** `alert` only for what keeps someone from going on; `status` for what appears after an action. */
  role?: 'alert' | 'status';
  children?: ReactNode;
};

/** A title of one line and a sentence. */
export function Notice({ tone = 'info', icon = icons[tone], title, role, children }: NoticeProps) {
  return (
    <div className={tone === 'info' ? 'notice' : `notice ${tone}`} role={role}>
      <Icon name={icon} />
      <div>
        <strong>{title}</strong>
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
