import { describeBothStores } from './both-stores'
import { describeStore } from './contract'

describeBothStores((createPlace) => describeStore('store', createPlace))
