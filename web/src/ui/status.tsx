import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';

type StatusProps = {
  tone?: 'success' | 'pending' | 'danger' | 'info';
  icon?: IconName;
  /** Whether it may break over lines. */
  wrap?: boolean;
  children: ReactNode;
};

/** A state: drawing and word; colour only goes along. */
export function Status({ tone, icon, wrap = false, children }: StatusProps) {
  return (
    <span className={['status', tone, wrap && 'wrap-text'].filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}
