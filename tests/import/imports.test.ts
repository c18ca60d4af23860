import { describeBothStores } from '../store/both-stores'
import { describeImports } from './contract'

describeBothStores((createPlace, kind) => describeImports('import', createPlace, kind))
