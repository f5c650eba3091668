import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone with a RUN: the number without its check digit, which follows from it. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') run!: number;
  @Column('text', { name: 'given_names' }) givenNames!: string;
  @Column('text', { name: 'family_names' }) familyNames!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('uuid', { name: 'institution_id', nullable: true }) institutionId!: string | null;
  @Column('text', { name: 'comuna_cut', nullable: true }) comunaCut!: string | null;
  @Column('boolean', { name: 'is_demo' }) isDemo!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

/** An argon2id hash, apart from the person so that no list can carry it along. */
@Entity('person_password')
export class PersonPassword {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') hash!: string;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

/** An open session: the hash of the token that only the browser has. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid') id!: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Column('text', { name: 'user_agent' }) userAgent!: string;
}

/** A role held over a region, an edition, or (both null) everywhere, while it is valid. */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') role!: 'author' | 'tutor' | 'coordinator' | 'admin';
  @Column('text', { name: 'region_cut', nullable: true }) regionCut!: string | null;
  @Column('uuid', { name: 'edition_id', nullable: true }) editionId!: string | null;
  @Column('timestamptz', { name: 'valid_from' }) validFrom!: Date;
  @Column('timestamptz', { name: 'valid_to', nullable: true }) validTo!: Date | null;
}

/** A link sent by mail to whoever forgot the password: the hash of its token, used once. */
@Entity('recovery')
export class Recovery {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash!: Buffer;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}

/** The register of accesses that D.S. 9/2023, article 13, asks for: who, when in UTC, from where, and whether it worked. */
@Entity('sign_in')
export class SignIn {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('integer') run!: number;
  @Column('inet') address!: string;
  @Column('boolean') succeeded!: boolean;
}
