"""What the four apps' screens share: theme, fonts, QML components, the bridge to the network."""
