import { createContext, createResource, type ParentProps, useContext } from 'solid-js'
import { fetchLifts, type Lift } from '../api/lifts'
import { createFavourites } from './favourites'

function createMountain() {
  const [lifts, { refetch }] = createResource<Lift[]>(fetchLifts)
  const favourites = createFavourites()
  const liftName = (id: string) => lifts.latest?.find((lift) => lift.id === id)?.name ?? id
  return { lifts, liftName, refetch, favourites }
}

const MountainContext = createContext<ReturnType<typeof createMountain>>()

export function MountainProvider(props: ParentProps) {
  return <MountainContext.Provider value={createMountain()}>{props.children}</MountainContext.Provider>
}

export function useMountain() {
  const mountain = useContext(MountainContext)
  if (!mountain) throw new Error('Not inside of <MountainProvider>')
  return mountain
}
