package onebook.sample.paper;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files every OFD document has beside its pages; "ofd:" is put before each element's name. */
final class OfdFrame {
    static final String NS = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    static final int PAGE = 61;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Map<String, byte[]> files() {
        return files;
    }

    /** Lines are joined; they are broken for the reader of this program only. */
    void put(String name, String xml) {
        String joined = xml.lines().map(String::strip).reduce("", String::concat);
        String prefixed = joined.replaceAll("<(/?)(?=[A-Za-z])(?!ofd:)", "<$1ofd:");
        String root = prefixed.replaceFirst("(<ofd:\\w+)", "$1" + NS);
        raw(name, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + root);
    }

    void raw(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param data name and value by turns */
    void root(String id, String date, String... data) {
        StringBuilder custom = new StringBuilder();
        for (int i = 0; i < data.length; i += 2) {
            custom.append("<CustomData Name=\"").append(data[i]).append("\">").append(data[i + 1])
                    .append("</CustomData>");
        }
        put("OFD.xml", """
                <OFD DocType="OFD" Version="1.0"><DocBody><DocInfo><DocID>%s</DocID>
                <Author>China Tax</Author><CreationDate>%s</CreationDate>
                <CustomDatas>%s</CustomDatas></DocInfo>
                <DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>
                """.formatted(id, date, custom));
    }

    /** @param more CustomTags or Attachments */
    void document(String box, String more) {
        put("Doc_0/Document.xml", """
                <Document><CommonData><MaxUnitID>9999</MaxUnitID>
                <PageArea><PhysicalBox>%s</PhysicalBox></PageArea>
                <PublicRes>PublicRes.xml</PublicRes><DocumentRes>DocumentRes.xml</DocumentRes>
                <TemplatePage ID="1" BaseLoc="Tpls/Tpl_0/Content.xml"/></CommonData>
                <Pages><Page ID="%d" BaseLoc="Pages/Page_0/Content.xml"/></Pages>
                %s</Document>
                """.formatted(box, PAGE, more));
        put("Doc_0/PublicRes.xml", """
                <Res><Fonts><Font ID="5" FontName="宋体" FamilyName="SimSun"/></Fonts></Res>
                """);
        put("Doc_0/DocumentRes.xml", """
                <Res BaseLoc="Res"><MultiMedias><MultiMedia ID="9" Type="Image" Format="PNG">
                <MediaFile>image_9.png</MediaFile></MultiMedia></MultiMedias></Res>
                """);
    }

    void tags(String tags) {
        put("Doc_0/Tags/CustomTags.xml", """
                <CustomTags><CustomTag TypeID="root"><FileLoc>CustomTag.xml</FileLoc></CustomTag>
                </CustomTags>
                """);
        put("Doc_0/Tags/CustomTag.xml", "<root version=\"1.0\">" + tags + "</root>");
    }

    void original(String xml) {
        put("Doc_0/Attachs/Attachments.xml", """
                <Attachments><Attachment ID="1" Name="original_invoice" Format="xml">
                <FileLoc>original_invoice.xml</FileLoc></Attachment></Attachments>
                """);
        raw("Doc_0/Attachs/original_invoice.xml", xml);
    }
}
