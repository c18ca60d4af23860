import { describeBothStores } from '../store/both-stores'
import { describeImports } from './contract'

describeBothStores((createPlace) => describeImports('import', createPlace))
