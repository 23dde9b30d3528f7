package org.athena.platform.sheet.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.sheet.cells.Unreadable;

import com.fasterxml.aalto.stax.InputFactoryImpl;

/**
 * Reads one part of a workbook from its beginning to its end. Names are compared without their namespace, because workbooks come
 * in two forms that differ in the namespaces alone.
 */
final class XmlPart implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final int MOST_NAMES = 1_000;

    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    /** @throws ProblemException 400 when it is not XML */
    XmlPart(InputStream bytes) {
        this.bytes = bytes;
        try {
            xml = factory().createXMLStreamReader(bytes);
        } catch (XMLStreamException e) {
            throw Unreadable.workbook();
        }
    }

    /** A factory for each part, because it keeps the names of everything that was read with it. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * Goes to the next beginning or end of an element, or text.
     *
     * @return false at the end of the part
     */
    boolean next() {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        enter();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Unreadable.workbook();
                    default -> {}
                }
            }
            return false;
        } catch (XMLStreamException | RuntimeException e) {
            throw e instanceof ProblemException problem ? problem : Unreadable.workbook();
        }
    }

    /** The parser keeps each name and each open element. */
    private void enter() {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        if (++depth > DEEPEST || names.size() > MOST_NAMES) {
            throw Unreadable.workbook();
        }
    }

    boolean begins(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** The text here; an empty one on an element. */
    String text() {
        return xml.hasText() ? xml.getText() : "";
    }

    /** @return the value of the attribute with that name in any namespace; null without one */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean isOn(String attribute) {
        String value = attribute(attribute);
        return "1".equals(value) || "true".equals(value);
    }

    /** @throws ProblemException 400 when the attribute is not a number of at least 0 */
    int number(String attribute, int otherwise) {
        String value = attribute(attribute);
        return value == null ? otherwise : number(value);
    }

    static int number(String digits) {
        try {
            int number = Integer.parseInt(digits.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw Unreadable.workbook();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
