import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Keys are CUT codes as text; `position` runs from north to south. */
@Entity('region')
export class Region {
  @PrimaryColumn('text') cut!: string;
  @Column('integer') position!: number;
  @Column('text') name!: string;
  @Column('text', { name: 'short_name' }) shortName!: string;
  @Column('text') abbreviation!: string;
  @Column('text', { name: 'strip_code' }) stripCode!: string;
  @Column('text', { name: 'time_zone' }) timeZone!: string;
}

@Entity('province')
export class Province {
  @PrimaryColumn('text') cut!: string;
  @Column('text', { name: 'region_cut' }) regionCut!: string;
  @Column('text') name!: string;
}

/** `timeZone` is null where the region's holds. */
@Entity('comuna')
export class Comuna {
  @PrimaryColumn('text') cut!: string;
  @Column('text', { name: 'province_cut' }) provinceCut!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'time_zone', nullable: true }) timeZone!: string | null;
}

@Entity('institution')
export class Institution {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') key!: string;
  @Column('text') kind!: 'regional_government' | 'ministry' | 'municipality' | 'other';
  @Column('text') name!: string;
  @Column('text', { name: 'region_cut', nullable: true }) regionCut!: string | null;
}

/** A kind of territory with the norm behind it: a catalogue that people edit, not an enumeration. */
@Entity('territory_kind')
export class TerritoryKind {
  @PrimaryColumn('text') key!: string;
  @Column('text') name!: string;
  @Column('text') plural!: string;
  @Column('text') norm!: string;
  @Column('date', { name: 'valid_from', nullable: true }) validFrom!: string | null;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('text') note!: string;
}
