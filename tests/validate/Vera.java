import java.io.FileInputStream;
import java.io.InputStream;
import org.verapdf.core.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/** Holds PDF files to PDF/A-2a and PDF/UA-1 with the library of veraPDF; says what is wrong, and ends with 1 if anything is. */
public class Vera {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean wrong = false;
        for (String name : new String[] {"PDFA-2A", "PDFUA-1"}) {
            ValidationProfile profile;
            try (InputStream xml = Vera.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
                profile = Profiles.profileFromXml(xml);
            }
            for (String file : files) {
                try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), profile.getPDFAFlavour())) {
                    ValidationResult result = ValidatorFactory.createValidator(profile, false, 20).validate(parser);
                    System.out.println(name + " " + file + ": " + result.getTotalAssertions() + " checks, "
                        + (result.isCompliant() ? "none failed" : "FAILED"));
                    wrong |= !result.isCompliant();
                    for (TestAssertion fault : result.getTestAssertions()) {
                        if (fault.getStatus() == TestAssertion.Status.FAILED) {
                            System.out.println("  " + fault.getRuleId().getClause() + ": " + fault.getMessage()
                                + " at " + fault.getLocation().getContext());
                        }
                    }
                }
            }
        }
        System.exit(wrong ? 1 : 0);
    }
}
