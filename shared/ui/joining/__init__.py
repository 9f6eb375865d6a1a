"""Before an app's first screen: does this device belong to a hall? If not, its code is shown."""
