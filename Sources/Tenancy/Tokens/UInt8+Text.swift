extension UInt8 {
    /// Whether it is a decimal digit in ASCII.
    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// Whether it is white space that may surround an entry: space, tab, line feed, carriage return.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

    /// Whether it may stand in a token: visible ASCII other than the comma and the colon that structure a list.
    var isTokenByte: Bool { (0x21...0x7E).contains(self) && self != 0x2C && self != 0x3A }

    /// The value of a hexadecimal digit in either case, or nil for any other byte.
    var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
